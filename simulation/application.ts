import type { Filing } from '#capabilities/case/contract.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Citizen, Somebody } from './somebody.ts'

/** An application as somebody is about to hand it in. */
export interface Application {
  who: Somebody
  applicant: Citizen
  filing: Filing
  item: ItemVersion
  /** What is wrong with it on purpose. */
  flaw?: string
  /** Whether whoever files it is told that the same was applied for before. */
  warns?: boolean
}

export interface LicenceRow {
  number: string
  party: string
  itemId: string
  place: string
  body: string
  running: boolean
  fraud: boolean
  until: string | null
  state: string
  caseNo: string
}

/** A licence as its holder knows it. */
export interface HeldLicence extends LicenceRow {
  applicant: Citizen
  item: ItemVersion
}
