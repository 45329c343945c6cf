export {
  SealUseView,
  SealView,
  sealFiles,
  sealRoutes,
  type BoundSeal,
  type NewSeal,
} from './contract/seal-routes.ts'

/** Facts that put a seal on a paper; their bodies say which, and what for. */
export const SEAL_USING = [
  'sealed',
  'acceptance-refused',
  'revocation-decided',
  'licence-ending-decided',
  'licence-amendment-decided',
] as const

/** Every refusal of the register of seals and of choosing one; worded in `words.ts`. */
export const sealRefusals = [
  'seal-not-found',
  'seal-number-out-of-range',
  'seal-number-taken',
  'seal-holder-unknown',
  'seal-items-missing',
  'seal-kind-other',
  'seal-wrong-state',
  'seal-twice',
  'seal-not-in-use',
  'seal-of-other-purpose',
  'seal-only-delegated',
  'seal-of-other-town',
  'seal-of-other-item',
  'seal-not-numbered',
  'seal-of-former-department',
  'seal-not-the-bureaus',
  'seal-not-the-centres',
  'seal-law-exception',
  'seal-of-other-body',
] as const
export type SealRefusalCode = (typeof sealRefusals)[number]
export {
  ABOUT_KINDS,
  AMENDMENTS,
  CANCEL_GROUNDS,
  ENDINGS,
  HEARD_CANCEL_GROUNDS,
  INTENT_GROUNDS,
  LICENCE_STATES,
  licenceRefusals,
  REVOKE_GROUNDS,
  WITHDRAW_GROUNDS,
  type AboutKind,
  type Amendment,
  type CancelGround,
  type Ending,
  type EndingGround,
  type HeardCancelGround,
  type IntentGround,
  type LicenceOpening,
  type LicenceRefusalCode,
  type LicenceState,
  type Meant,
  type RevokeGround,
  type WithdrawGround,
} from './contract/licence.ts'
