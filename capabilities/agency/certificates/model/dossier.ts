import type { LegalDay } from '#engine/day.ts'
import type { DossierBase, WorldBase } from '#engine/procedure/procedure.ts'
import type { PlaceKind } from '#capabilities/organisation/contract.ts'
import type { CertificateState } from '../../contract/certificate.ts'

/** Text under the applicant's key: erased with it, and the chain still verifies. */
export type Sealed = string

/** A certificate (开具的证明) from the asking on, folded from its facts. */
export interface Certificate extends DossierBase {
  state: CertificateState | 'none'
  id: string
  area: string
  place: string
  /** The place that guides it; one written before places were named has none. */
  guiding?: string
  party: string
  type: string
  typeName: string
  /** The law by which somebody may ask for it. */
  basis: string
  /** What it has to state, by the list. */
  states: string
  purpose: string
  holderMasked: string
  /** Name, number and phone. */
  details: Sealed
  wish?: Sealed
  online: boolean
  askedOn: LegalDay
  due?: LegalDay
  /** Nobody answered by the due day. */
  overdue?: boolean
  /** The post that dealt with it last. */
  post?: string
  content?: Sealed
  no?: string
  year?: number
  serial?: number
  issuedOn?: LegalDay
  /** Every code that was printed; a lost copy goes with its code. */
  codes: readonly string[]
  voided?: { on: LegalDay }
}

export const NO_CERTIFICATE: Certificate = {
  ...{
    state: 'none',
    version: 0,
    clocks: {},
    id: '',
    area: '',
    place: '',
    party: '',
    type: '',
    typeName: '',
  },
  ...{
    basis: '',
    states: '',
    purpose: '',
    holderMasked: '',
    details: '',
    online: false,
    askedOn: '',
    codes: [],
  },
}

/** A line of the list in force; or why there is none. */
export type Listed =
  | { name: string; basis: string; states: string; online: boolean }
  | 'not-listed'
  | { struck: string; instead: string; basis: string }

export interface CertificateWorld extends WorldBase {
  today: LegalDay
  listed: Listed
  at?: { kind: PlaceKind; region: string; parent: string | null }
  /** The party asks for the same already. */
  askedAlready: boolean
  seal(text: string): string
  /** Signs that no face prints. */
  unprintable(text: string): string
  /** Taken in the transaction that issues it. */
  next?: { no: string; year: number; serial: number }
  /** The code of a copy, the same for the same copy. */
  codeOf(certificate: string, copy: number): string
}
