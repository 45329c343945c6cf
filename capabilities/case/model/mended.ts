import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDossier } from './dossier.ts'

/**
 * Papers the open notice asks for that are the form itself (申请表), once a mistake of it was put right since (第三十二条第一款第三项):
 * what it says now stands in the case, and nothing has to be handed in for them.
 */
export function mendedSince(
  { supplement, corrections = [], clocks }: Pick<CaseDossier, 'supplement' | 'corrections' | 'clocks'>,
  { materials }: Pick<ItemVersion, 'materials'>,
): string[] {
  const served = clocks['supplement']?.start.at
  if (!supplement?.open || served === undefined) return []
  if (!corrections.some(({ by }) => by.at >= served)) return []
  return materials.filter(({ id, fromForm }) => fromForm && supplement.asked.includes(id)).map(({ id }) => id)
}
