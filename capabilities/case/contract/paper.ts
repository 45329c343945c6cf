import { Type as T, type Static } from 'typebox'

/** Papers (文书) a case can bring about. */
export const PAPERS = [
  'receipt',
  'commitment',
  'acceptance',
  'supplement',
  'not-accepted',
  'grant',
  'denial',
  'delivery',
  'rectification',
  'revocation',
  'gap-notice',
  'return-notice',
  'lapse-notice',
  'withdrawal',
  'termination',
  'forwarding',
  'opinion-request',
  'meeting-notice',
  'meeting-minutes',
  'special-procedure',
  'special-extension',
  'hearing-right',
  'hearing-notice',
  'hearing-record',
  'extension',
  'publicity-notice',
  'interested-notice',
  'interested-service',
  'intent-notice',
  'notice-service',
] as const
export type PaperName = (typeof PAPERS)[number]

export const PaperView = T.Object({
  id: T.String(),
  kind: T.Enum([...PAPERS]),
  title: T.String(),
  number: T.Optional(T.String()),
  at: T.String(),
  /** Absent while the paper is being made. */
  url: T.Optional(T.String()),
  verifyUrl: T.Optional(T.String()),
})
export type PaperView = Static<typeof PaperView>
