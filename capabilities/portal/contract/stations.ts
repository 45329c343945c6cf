import type { CertificateRow, CertificateStoryLine } from '#capabilities/agency/contract.ts'
import type { PageRefusal, Visitor } from '../contract.ts'

export type { CertificateRow, CertificateStoryLine }

/** A kind of certificate that villages and communities give. */
export interface CertificateKind {
  type: string
  name: string
  basis: string
  states: string
  online: boolean
}

export interface CertificateKinds {
  kinds: readonly CertificateKind[]
  /** What no village gives any more, and whom to ask instead. */
  never: readonly { name: string; instead: string }[]
  /** Where one is asked for and fetched. */
  places: readonly { id: string; name: string }[]
}

export interface CertificateView {
  row: CertificateRow
  place: { name: string; address: string; phone: string }
  story: readonly CertificateStoryLine[]
  withdrawable: boolean
  code?: string
}

export interface CertificateWish {
  type: string
  place: string
  purpose: string
  wish?: string
}

export type UtilityKind = 'water' | 'electricity' | 'gas' | 'heating'

export interface OwedView {
  utilityText: string
  account: string
  holder: string
  period: string
  amountText: string
}

/** What stations do beside taking in, as people at home use it: certificates and bills (便民服务站). */
export interface StationServices {
  certificateKinds(): Promise<CertificateKinds>
  myCertificates(visitor: Visitor): Promise<{ items: readonly CertificateRow[] } | PageRefusal>
  myCertificate(visitor: Visitor, id: string): Promise<CertificateView | PageRefusal>
  askCertificate(
    visitor: Visitor,
    wish: CertificateWish,
    requestId: string,
  ): Promise<{ id: string } | PageRefusal>
  withdrawCertificate(visitor: Visitor, id: string, requestId: string): Promise<void | PageRefusal>
  /** What is owed under an account number; it is asked of the supplier and kept nowhere. */
  owed(visitor: Visitor, asked: { utility: UtilityKind; account: string }): Promise<OwedView | PageRefusal>
}
