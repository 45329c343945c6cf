import { Type as T, type Static } from 'typebox'
import { AllowedAct, ClockView } from '#capabilities/case/contract.ts'

/** Where a poor rating stands on its way to an answer (差评工单). */
export const RECTIFICATION_STATES = [
  'to-verify',
  'appeal-review',
  'rectifying',
  'revisit',
  'closed',
  'excluded',
] as const
export type RectificationState = (typeof RECTIFICATION_STATES)[number]

/** 属实, 不属实, 误评. */
export const FINDINGS = ['true', 'not-true', 'mistaken'] as const
export type Finding = (typeof FINDINGS)[number]

export const CONTACTS = ['by-phone', 'in-person', 'not-reached'] as const
export type Contact = (typeof CONTACTS)[number]

export const REVISIT_RESULTS = ['satisfied', 'unsatisfied', 'not-reached'] as const
export type RevisitResult = (typeof REVISIT_RESULTS)[number]

const State = T.Enum([...RECTIFICATION_STATES])
const Stars = T.Integer({ minimum: 1, maximum: 2 })

/** A line of the list. It names neither the rater nor the case: who gave an anonymous rating must not be found by it. */
export const RectificationSummary = T.Object({
  id: T.String(),
  state: State,
  stateText: T.String(),
  stars: Stars,
  anonymous: T.Boolean(),
  itemName: T.String(),
  /** The place that was rated. */
  place: T.String(),
  /** The place whose director handles it; another one after it was handed over. */
  handlingPlace: T.String(),
  ratedOn: T.String(),
  /** The nearest running due day. */
  dueDay: T.Optional(T.String()),
  standing: T.Enum(['in-time', 'soon', 'late', 'none']),
  workingDaysLeft: T.Optional(T.Integer()),
  waitsFor: T.String(),
  /** Some limit of the place was overrun, even where the work has been done since. */
  wasLate: T.Boolean(),
  version: T.Integer(),
})
export type RectificationSummary = Static<typeof RectificationSummary>

export const RectificationStoryLine = T.Object({
  seq: T.Integer(),
  day: T.String(),
  /** Left out for the rating itself: its moment would say who stood at the window then. */
  at: T.Optional(T.String()),
  who: T.String(),
  place: T.Optional(T.String()),
  text: T.String(),
  details: T.Array(T.String()),
})
export type RectificationStoryLine = Static<typeof RectificationStoryLine>

export const RectificationDetail = T.Object({
  summary: RectificationSummary,
  /** Reasons the rater chose, as people read them. */
  reasons: T.Array(T.String()),
  comment: T.Optional(T.String()),
  /** Only of a rating given under a name, and masked; the number leads to the case for whoever may see it. */
  rater: T.Optional(T.Object({ name: T.String(), no: T.String() })),
  finding: T.Optional(T.String()),
  /** What the rater reads. */
  answer: T.Optional(T.String()),
  revisit: T.Optional(T.String()),
  clocks: T.Array(ClockView),
  story: T.Array(RectificationStoryLine),
  allowed: T.Array(AllowedAct),
})
export type RectificationDetail = Static<typeof RectificationDetail>

/** The rater in the clear, for the call that a named rating must have. */
export const Rater = T.Object({ name: T.String(), phone: T.String() })
export type Rater = Static<typeof Rater>

/** What the rater is told of it: that somebody is at it, and what came out. */
export interface FollowUp {
  state: RectificationState
  /** Where it stands, as the rater reads it. */
  text: string
  answer?: string
  answeredOn?: string
}

/** Rectifications of a place in a period: what was due, and what of it was done in time (EVA-02). */
export interface RectificationCount {
  place: string
  due: number
  handledInTime: number
}

/** One that was not handled in time, for the list behind the number. */
export interface LateRectification {
  id: string
  place: string
  item: string
  itemVersion: number
  /** The first limit that was overrun. */
  missedDay: string
  open: boolean
}

export interface RectificationFigures {
  counts: RectificationCount[]
  late: LateRectification[]
}

export const rectificationRefusals = [
  'rectification-not-found',
  'rectification-moved-on',
  'rectification-not-your-step',
  'rated-yourself',
  'own-finding',
  'contact-missing',
  'rater-anonymous',
  'mistake-needs-rater',
  'revisited-today',
  'rectification-place-unknown',
  'rectification-place-same',
] as const
export type RectificationRefusalCode = (typeof rectificationRefusals)[number]
