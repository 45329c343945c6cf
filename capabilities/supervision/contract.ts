import { Type as T, type Static } from 'typebox'

export type { FindingView, ImportedFileView, ImportsView } from './contract/findings.ts'
export type { GapView, GapsView } from './contract/gaps.ts'
export type { ReengineeredItem, ReengineeringView } from './contract/reengineering.ts'

const Day = T.String()
const Named = T.Object({ id: T.String(), name: T.String() })

/** A dated goal and how it stands: judged on its own day with the data up to that day. */
export const TargetView = T.Object({
  by: Day,
  /** Percent. */
  value: T.Number(),
  clauses: T.Array(T.String()),
  certainty: T.Enum(['stated', 'assumed']),
  standing: T.Enum(['met', 'not-met', 'not-due', 'no-data']),
  numerator: T.Integer(),
  denominator: T.Integer(),
})
export type TargetView = Static<typeof TargetView>

/** One number with the rule behind it. A count has no denominator. */
export const IndicatorView = T.Object({
  id: T.String(),
  name: T.String(),
  version: T.Integer(),
  /** The formula in words. */
  formula: T.String(),
  clauses: T.Array(T.String()),
  counts: T.Enum(['cases', 'items', 'attempts', 'places', 'ratings', 'materials']),
  better: T.Enum(['higher', 'lower']),
  numerator: T.Integer(),
  denominator: T.Optional(T.Integer()),
  targets: T.Array(TargetView),
  /** By place, item or body, when asked for; the bodies of attempts always. */
  groups: T.Optional(
    T.Array(T.Intersect([Named, T.Object({ numerator: T.Integer(), denominator: T.Optional(T.Integer()) })])),
  ),
  /** What the number leaves to be seen to: centres without a rating, poor ratings that were not handled in time. */
  listed: T.Optional(T.Array(Named)),
})
export type IndicatorView = Static<typeof IndicatorView>

/** A case as lists of supervision show it: no applicant, only what was due and what happened. */
export const SupervisedCase = T.Object({
  no: T.String(),
  itemId: T.String(),
  itemName: T.String(),
  place: T.String(),
  body: T.String(),
  channel: T.Enum(['online', 'window']),
  receivedDay: Day,
  decidedDay: T.Optional(Day),
  endedDay: T.Optional(Day),
  promisedDue: T.Optional(Day),
  statutoryDue: T.Optional(Day),
  /** `overdue` once the promise has passed, before the decision or with it. */
  standing: T.Enum(['in-time', 'running', 'overdue', 'over']),
  /** Working days past the promise. */
  lateWorkingDays: T.Optional(T.Integer()),
  /** Steps that took longer than their limit: 审查 due on the 3rd, done on the 5th. */
  lateSteps: T.Array(
    T.Object({
      step: T.String(),
      dueDay: Day,
      endDay: T.Optional(Day),
    }),
  ),
  leftOpen: T.Optional(T.String()),
})
export type SupervisedCase = Static<typeof SupervisedCase>

export const AlertLevelName = T.Enum(['red', 'yellow', 'near'])

export const AlertView = T.Intersect([
  SupervisedCase,
  T.Object({
    level: AlertLevelName,
    /** Which limits are near or past, the gravest first. */
    reasons: T.Array(T.Object({ title: T.String(), dueDay: Day, workingDaysLeft: T.Integer() })),
  }),
])
export type AlertView = Static<typeof AlertView>

export const AttemptKindName = T.Enum(['beyond-power', 'upward', 'second-notice'])

export const AttemptView = T.Object({
  id: T.String(),
  at: T.String(),
  kind: AttemptKindName,
  kindText: T.String(),
  /** Post, place and masked name, or what else is known of who tried. */
  who: T.String(),
  body: T.Optional(T.String()),
  no: T.Optional(T.String()),
  itemName: T.Optional(T.String()),
  action: T.String(),
  actionText: T.String(),
  code: T.String(),
  codeText: T.String(),
  facts: T.Unknown(),
})
export type AttemptView = Static<typeof AttemptView>

export const supervisionRefusals = [
  'indicator-not-found',
  'period-invalid',
  'place-out-of-sight',
  'import-encoding-unknown',
  'import-columns-unknown',
  'import-not-json',
  'import-empty',
  'import-too-long',
] as const
export type SupervisionRefusalCode = (typeof supervisionRefusals)[number]

/** 办理情况 of an item over the last twelve months, up to and with the month of the day that is asked about. */
export interface ItemStatistics {
  /** First day of the first month. */
  from: string
  received: number
  accepted: number
  decided: number
  granted: number
  /** Of the decided ones, those within the promise. */
  inTime: number
}
