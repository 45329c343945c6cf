import type { ReliedOn, WorldBase } from '#engine/procedure/procedure.ts'

/** A seal that may lawfully stand under a decision of the body, with the stream that says it is still in force. */
export interface LicenceSeal extends ReliedOn {
  id: string
  name: string
  number?: number
}

/** Days the law leaves open and a pack may set. */
export interface LicenceDays {
  /** To answer what is meant to happen. */
  statementWorkingDays: number
  /** To close the register over what has lost its force. */
  cancellationWorkingDays: number
  /** Until an announcement counts as service. */
  announcementCalendarDays: number
}

/** Everything outside the dossier that an act on a licence may depend on. */
export interface LicenceWorld extends WorldBase {
  seals: readonly LicenceSeal[]
  /** 行政许可法第四十四条, or less where the area promises less. */
  deliveryWorkingDays: number
  days: LicenceDays
  /** Whether the plan parts who proposes from who decides (岗位分设). */
  reviewAndDecideDiffer: boolean
  /** What ties it to one citizen, by the rule of its item (第七十条第二项); absent where it does not end with a person. */
  personal?: { endsWith: 'death' | 'death-or-incapacity'; basis: string }
  /** Whether a text names a law, regulation or rule with its article. */
  citesLaw(text: string): boolean
  /** Seals private text under the holder's key. */
  seal(value: unknown): string
  newId(): string
  /** The 文号 of the paper this act brings about, taken in the act's own transaction. */
  documentNumber?: string
}
