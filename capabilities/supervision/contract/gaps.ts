import { Type as T, type Static } from 'typebox'

/** What keeps an open case from going on (卡住的办件). */
export const GAP_CODES = [
  'state-unknown',
  'waits-for-nobody',
  'nobody-holds-the-role',
  'everybody-away',
  'holder-and-cover-away',
  'nobody-else-may',
  'power-not-in-force',
  'no-seal',
  'no-clock',
  'stopped-without-notice',
  'procedure-too-long',
  'no-executor',
  'system-act-late',
  'paper-not-made',
  'parcel-silent',
  'opinion-overdue',
  'task-overdue',
] as const
export type GapCode = (typeof GAP_CODES)[number]

export const GapCodeName = T.Enum(GAP_CODES)

/** 卡住的办件: an open case that cannot go on, and what it lacks. */
export const GapView = T.Object({
  id: T.String(),
  code: GapCodeName,
  title: T.String(),
  /** What is missing and what to do about it. */
  sentence: T.String(),
  no: T.String(),
  itemName: T.String(),
  place: T.String(),
  body: T.String(),
  since: T.String(),
})
export type GapView = Static<typeof GapView>

export const GapsView = T.Object({
  items: T.Array(GapView),
  nextCursor: T.Optional(T.String()),
  counts: T.Array(T.Object({ code: GapCodeName, title: T.String(), count: T.Integer() })),
  /** The end of the last walk over all open cases, and how many it met; absent before the first. */
  checkedAt: T.Optional(T.String()),
  openCases: T.Optional(T.Integer()),
})
export type GapsView = Static<typeof GapsView>
