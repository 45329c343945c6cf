import type { Instant, LegalDay } from '#engine/day.ts'
import type { DossierBase } from '#engine/procedure/procedure.ts'
import type { ItemVersion } from '../../contract.ts'
import type { ChangeState } from '../../contract/change.ts'
import type { PlacedLayer } from '../../contract/layer.ts'
import { blankItem } from '../new-item/blank.ts'
import type { FromAbove } from './from-above.ts'
import type { FromFile } from './from-file.ts'

export interface Mark {
  person?: string
  post?: string
  at: Instant
  day: LegalDay
}

export interface Comment {
  text: string
  /** The part of the item it speaks of. */
  on?: string
  by: Mark
}

/** A change of an item (事项变更), folded from its facts. */
export interface ChangeDossier extends DossierBase {
  state: ChangeState | 'none'
  id: string
  area: string
  item: string
  /** The newest version when it began: the one it changes; 0 for an item that is not there yet. */
  base: number
  /** Lists above a new item, or those that a draft follows; other versions find theirs beside the version before. */
  above?: readonly PlacedLayer[]
  /** The earlier version whose content it brings back. */
  rollsBackTo?: number
  reason: string
  /** The line of a file it was begun from. */
  fromFile?: FromFile
  /** The new version of a list above that it follows (上级目录更新). */
  fromAbove?: FromAbove
  /** The body that drafts and answers for it, and the one that approves. */
  authorBody: string
  approves: string
  body: ItemVersion
  /** Everybody who wrote in it; none of them approves it. */
  authors: readonly string[]
  comments: readonly Comment[]
  declared?: Mark
  approved?: Mark
  effectiveFrom?: LegalDay
  /** Clocks whose overrun has been noted. */
  noted: readonly string[]
}

/** Before the first fact nothing is drafted: every word of the item is still to come. */
export const NO_CHANGE: ChangeDossier = {
  ...{ state: 'none', version: 0, clocks: {}, id: '', area: '', item: '', base: 0, reason: '' },
  ...{ authorBody: '', approves: '', authors: [], comments: [], noted: [] },
  body: blankItem({
    ...{ id: '', name: '', domain: 'civil-affairs', itemType: '20', projectType: '2', day: '' },
    ...{ decidingBody: { kind: 'body' }, useLevels: [] },
  }),
}
