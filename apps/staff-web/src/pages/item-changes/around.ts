import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import type { LineageLine } from '#capabilities/catalogue/contract/layer-routes.ts'
import type { ItemField } from './fields.ts'
import type { Draft } from './use-draft.ts'

/** What a field stands between: who set it, and what the quality gate says of it. */
export interface Around {
  draft: Draft
  lineage: readonly LineageLine[]
  /** Of whoever writes here. */
  area: string
  /** What was said of the draft, by whom; and the way to say something of one field. */
  comments: ChangeDetail['comments']
  comment: (at: string, text: string) => Promise<void>
  findingsOf: (field: ItemField) => readonly QualityFinding[]
  /** The field with the options that the area itself has. */
  offering: (field: ItemField) => ItemField
}

/** One dash more than a hint or an error adds to it: `/lifecycle/change/hint` is not the hint of `/lifecycle/change`. */
export const fieldId = (at: string): string => `item${at.replaceAll('/', '--')}`
