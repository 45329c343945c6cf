import type { WorldBase, ReliedOn } from '#engine/procedure/procedure.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Sealed } from './dossier.ts'

/** A seal (印章) a body may use, with the stream that says it is still in force. */
export interface SealInForce extends ReliedOn {
  id: string
  body: string
  name: string
  purpose: 'decision' | 'acceptance'
}

/** Pack parameters an approval depends on; each cites its source in the pack. */
export interface ApprovalParameters {
  pack: string
  /** Working days a citizen has to supply what the notice named. */
  supplementWorkingDays: number
  /** Working days to hand over the result; the law allows ten (行政许可法第四十四条), an area may promise less. */
  deliveryWorkingDays: number
  /** Whether the plan forbids one person to take both steps (岗位分设). */
  reviewAndDecideDiffer: boolean
  acceptAndDecideDiffer: boolean
  /** 一窗综合办理 (BS-2.2-03): whether a window also decides, or only accepts. */
  windowsDecide: boolean
}

/** Everything outside the dossier that an act of an approval may depend on. */
export interface CaseWorld extends WorldBase {
  area: string
  /** The item as the case's procedure reads it (`effectiveItem`). */
  item: ItemVersion
  /** The item as published; differs from `item` only under a promise. */
  published: ItemVersion
  itemStream: string
  parameters: ApprovalParameters
  seals: readonly SealInForce[]
  /** Seals private text under the applicant's key. */
  seal(value: unknown): Sealed
  newId(): string
  /** The 文号 of the paper this act brings about, taken in the act's own transaction. */
  documentNumber?: string
}
