/**
 * Where a licence (证照) on the register stands. While it is `ending` it is in force until the decision has been served; `given-up` is what
 * its holder no longer wants while revoking it for fraud is still to be decided.
 */
export const LICENCE_STATES = [
  'valid',
  'ending',
  'expired',
  'revoked',
  'withdrawn',
  'forfeited',
  'given-up',
  'cancelled',
] as const
export type LicenceState = (typeof LICENCE_STATES)[number]

/** What its holder may apply for: 变更, 延续, 注销 (行政许可法第四十九条、第五十条、第七十条). */
export const ABOUT_KINDS = ['change', 'renew', 'cancel'] as const
export type AboutKind = (typeof ABOUT_KINDS)[number]

/** How a body ends it: 撤销, 撤回, 注销. */
export const ENDINGS = ['revoked', 'withdrawn', 'cancelled'] as const
export type Ending = (typeof ENDINGS)[number]

/** The six grounds of 行政许可法第七十条, in their order. */
export const CANCEL_GROUNDS = [
  'not-renewed',
  'person-gone',
  'organisation-ended',
  'taken-away',
  'force-majeure',
  'other-law',
] as const
export type CancelGround = (typeof CANCEL_GROUNDS)[number]

/**
 * Grounds of article 70 that somebody has to judge while the licence is in force, so that its holder is told and heard first
 * (第七条). The others are acts that stand on record already: a last day, a death, the end of a firm, a decision that took it away.
 */
export const HEARD_CANCEL_GROUNDS = ['force-majeure', 'other-law'] as const satisfies readonly CancelGround[]
export type HeardCancelGround = (typeof HEARD_CANCEL_GROUNDS)[number]

/** The five grounds of 行政许可法第六十九条第一款 in their order, and fraud of the second paragraph. */
export const REVOKE_GROUNDS = [
  'abuse-of-office',
  'beyond-power',
  'against-procedure',
  'not-qualified',
  'other-law',
  'fraud',
] as const
export type RevokeGround = (typeof REVOKE_GROUNDS)[number]

/** 行政许可法第八条第二款. */
export const WITHDRAW_GROUNDS = ['law-changed', 'circumstances-changed'] as const
export type WithdrawGround = (typeof WITHDRAW_GROUNDS)[number]

/**
 * What may be meant, as an officer names it; “other law” revokes under article 69 and cancels under article 70, and the two grounds of
 * article 8 withdraw a licence or change it.
 */
export const INTENT_GROUNDS = [
  ...REVOKE_GROUNDS,
  ...WITHDRAW_GROUNDS,
  'change-law-changed',
  'change-circumstances-changed',
  'cancel-force-majeure',
  'cancel-other-law',
] as const
export type IntentGround = (typeof INTENT_GROUNDS)[number]

/** What is decided about a licence that stays in force: 依职权变更 (第八条第二款), and the correction of a slip of the pen (更正). */
export const AMENDMENTS = ['changed', 'corrected'] as const
export type Amendment = (typeof AMENDMENTS)[number]

/** What a notice may announce: an end, or a change. */
export type Meant = Ending | 'changed'

export type EndingGround = CancelGround | RevokeGround | WithdrawGround

/** What a sealed grant says of the licence it opens. */
export interface LicenceOpening {
  id: string
  area: string
  number: string
  item: string
  itemVersion: number
  /** 食品经营许可证. */
  name: string
  party: string
  /** Whether a natural person holds it; two grounds of article 70 ask. */
  person: boolean
  /** The applicant as the case sealed them. */
  holder: string
  body: string
  place: string
  grantedOn: string
  validUntil?: string
  /** The case that granted it, and the paper it was granted by. */
  case: string
  paper?: string
  /** Its holder gets papers in the online account. */
  electronic: boolean
}

export const licenceRefusals = [
  'licence-not-found',
  'licence-moved-on',
  'licence-not-your-step',
  'cancel-ground-other',
  'cancel-not-personal',
  'cancel-document-missing',
  'cancel-not-told',
  'forfeiture-not-in-force',
  'application-running',
  'intent-running',
  'intent-ground-other',
  'basis-not-law',
  'intent-not-served',
  'statement-days-running',
  'waiver-unsigned',
  'answer-record-incomplete',
  'answer-day-other',
  'change-unsaid',
  'amendment-unserved',
  'amended-term-other',
  'correction-same',
  'public-interest-bars',
  'compensation-unsaid',
  'fraud-not-compensated',
  'licence-term-running',
  'licence-paper-not-ready',
  'serving-incomplete',
  'serving-day-other',
  'announcement-running',
] as const
export type LicenceRefusalCode = (typeof licenceRefusals)[number]
