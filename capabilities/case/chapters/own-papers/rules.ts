import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDossier } from '../../model/dossier.ts'

interface MayAdd {
  /** Materials of the item that may be added now. */
  open: ItemVersion['materials']
  /** Made out of the form: what is wrong there is mended there (当场更正). */
  fromForm: readonly string[]
  /** Asked for by the notice that is out: handed in together, as its answer. */
  asked: readonly string[]
}

/**
 * What may be added beside a notice. A paper beyond what the notice asks is the applicant's own, and like any they hand in
 * since a notice it may raise a new point in the next one, stated and flagged (`model/supplement.ts`).
 */
export function mayAdd(
  { state, supplement }: Pick<CaseDossier, 'state' | 'supplement'>,
  { materials }: Pick<ItemVersion, 'materials'>,
): MayAdd {
  const fromForm = materials.filter((material) => material.fromForm === true).map(({ id }) => id)
  const asked = state === 'supplementing' ? (supplement?.asked ?? []) : []
  const open = materials.filter(({ id }) => !fromForm.includes(id) && !asked.includes(id))
  return { open, fromForm, asked }
}
