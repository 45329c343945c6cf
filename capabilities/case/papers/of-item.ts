import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Remedies } from '../documents/papers.ts'

/** The ways to contest what a paper says, as the item names them. */
export function remedies({ item }: { item: ItemVersion }): Remedies {
  const { reconsideration, litigation, own } = item.remedies
  const usual = { reviewBody: reconsideration.body, court: litigation.court }
  return own === undefined ? usual : { ...usual, own: `如有不服，${own}` }
}

export function nameOf(item: ItemVersion, id: string): string {
  return item.materials.find((material) => material.id === id)?.name ?? id
}
