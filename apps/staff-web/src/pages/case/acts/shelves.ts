import type { MaterialView } from '#capabilities/case/contract.ts'
import { isHeld, type Checklist } from './checklist.ts'

/** Where a paper lies when the look begins: it did not come, it is to be looked at, or it was settled before. */
export type Shelf = 'missing' | 'to-see' | 'settled'

export interface Shelved {
  shelf: Shelf
  materials: readonly MaterialView[]
}

const SHELVES: readonly Shelf[] = ['missing', 'to-see', 'settled']

/**
 * What did not come stands first, for it decides whether there is a notice to write. The order is made once, when the look begins: a line
 * that moved with its verdict would be gone from under the clerk's hand.
 */
export function shelved(materials: readonly MaterialView[], begun: Checklist): Shelved[] {
  return SHELVES.flatMap((shelf) => {
    const lying = materials.filter((material) => shelfOf(material, begun) === shelf)
    return lying.length === 0 ? [] : [{ shelf, materials: lying }]
  })
}

function shelfOf(material: MaterialView, begun: Checklist): Shelf {
  const verdict = begun[material.id]?.verdict
  const fresh = (material.fresh?.length ?? 0) > 0
  if ((verdict === 'ok' || verdict === 'not-applicable') && !fresh) return 'settled'
  return isHeld(material) ? 'to-see' : 'missing'
}
