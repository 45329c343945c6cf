import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { isHeld } from '../../model/materials.ts'
import type { CaseWorld } from '../../model/world.ts'

/** Whether an item lists anything that may follow (CAS-19/b), under a pack that tolerates gaps at all. */
export function offersGaps({ item, parameters }: Pick<CaseWorld, 'item' | 'parameters'>): boolean {
  return parameters.toleratedGapWorkingDays !== undefined && tolerable(item, { materials: {} }).length > 0
}

/** Materials that may follow and are not here yet. */
export function tolerable(item: ItemVersion, { materials }: Pick<CaseDossier, 'materials'>): string[] {
  return item.materials
    .filter(({ id, necessity, fromForm }) => necessity === 'tolerable' && !fromForm && !isHeld(materials[id]))
    .map(({ id }) => id)
}
