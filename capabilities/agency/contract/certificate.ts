import { Type as T, type Static } from 'typebox'
import { AllowedAct } from '#capabilities/case/contract.ts'

const text = (maxLength: number, minLength = 1) => T.String({ minLength, maxLength })

/** Where a certificate stands on its way (开具证明). What was issued stays issued; that it counts no more is said beside it. */
export const CERTIFICATE_STATES = ['asked', 'checked', 'issued', 'declined', 'withdrawn'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** How the facts were looked into (核实方式). */
export const CHECKED_BY = ['register', 'papers', 'visit', 'neighbours', 'meeting'] as const
export type CheckedBy = (typeof CHECKED_BY)[number]

/** Why none is given (不予开具). */
export const DECLINE_GROUNDS = ['not-so', 'not-provable', 'not-ours', 'not-needed'] as const
export type DeclineGround = (typeof DECLINE_GROUNDS)[number]

/** Why an issued one counts no more (作废). */
export const VOID_GROUNDS = ['wrong', 'changed', 'false-statement', 'not-fetched'] as const
export type VoidGround = (typeof VOID_GROUNDS)[number]

export const Holder = T.Object(
  {
    name: text(40),
    idNumber: T.String({ pattern: '^\\d{17}[\\dX]$' }),
    phone: T.String({ pattern: '^\\d{7,12}$' }),
  },
  { additionalProperties: false },
)
export type Holder = Static<typeof Holder>

export const NewCertificate = T.Object(
  {
    /** A line of the county's list in force. */
    type: text(80),
    holder: Holder,
    /** What for, and to whom it is handed. */
    purpose: text(100, 2),
    /** What the person wants stated; what is stated in the end is what was checked. */
    wish: T.Optional(text(500)),
  },
  { additionalProperties: false },
)
export type NewCertificate = Static<typeof NewCertificate>

/** How a line stands: `void` and `lost` are said of an issued one. */
export const CertificateStanding = T.Enum([...CERTIFICATE_STATES, 'void'])
export type CertificateStanding = Static<typeof CertificateStanding>

export const CertificateRow = T.Object({
  id: T.String(),
  /** Only what was issued has a number. */
  no: T.Optional(T.String()),
  typeName: T.String(),
  basis: T.String(),
  holder: T.String(),
  purpose: T.String(),
  placeName: T.String(),
  standing: CertificateStanding,
  stateText: T.String(),
  online: T.Boolean(),
  askedOn: T.String(),
  /** By when the applicant hears an answer; only of what is open. */
  dueDay: T.Optional(T.String()),
  late: T.Boolean(),
  issuedOn: T.Optional(T.String()),
  by: T.String(),
  version: T.Integer(),
})
export type CertificateRow = Static<typeof CertificateRow>

export const CertificateStoryLine = T.Object({
  seq: T.Integer(),
  at: T.String(),
  who: T.String(),
  text: T.String(),
  details: T.Array(T.String()),
})
export type CertificateStoryLine = Static<typeof CertificateStoryLine>

export const CertificateDetail = T.Object({
  summary: CertificateRow,
  /** What the paper has to state, by the list. */
  states: T.String(),
  /** Only for the place that answers it. */
  person: T.Optional(T.Object({ name: T.String(), idNumber: T.String(), phone: T.String() })),
  wish: T.Optional(T.String()),
  content: T.Optional(T.String()),
  /** The code under which anybody may ask whether it is genuine. */
  code: T.Optional(T.String()),
  verifyUrl: T.Optional(T.String()),
  /** Whether the paper may be printed. */
  printable: T.Boolean(),
  story: T.Array(CertificateStoryLine),
  allowed: T.Array(AllowedAct),
})
export type CertificateDetail = Static<typeof CertificateDetail>

/** What the house knows of a person already, so that they are asked for no paper that says it. */
export const KnownOf = T.Object({
  known: T.Boolean(),
  certificates: T.Array(T.Object({ id: T.String(), text: T.String() })),
  licences: T.Array(T.Object({ number: T.String(), name: T.String(), stateText: T.String() })),
})
export type KnownOf = Static<typeof KnownOf>

/** What anybody may know of a code that stands on a certificate. */
export interface VerifiedCertificate {
  title: string
  number: string
  issuer: string
  holder: string
  purpose: string
  issuedOn: string
  /** 有效, 已挂失, 已作废. */
  status: string
  valid: boolean
}
