import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ProcedureName } from '../contract.ts'

/**
 * The item as the procedure of a case reads it. Under a promise (告知承诺) the process, the limit and the list of
 * materials are those the item publishes for it; every rule then works on one item and knows nothing of the choice.
 */
export function effectiveItem(item: ItemVersion, procedure: ProcedureName): ItemVersion {
  const { commitment } = item.process
  if (procedure !== 'commitment' || commitment === undefined) return item
  const replaced = new Set(commitment.replaces)
  return {
    ...item,
    promisedLimit: { amount: 0, unit: 'working-day', basis: commitment.basis },
    materials: item.materials.filter(({ id }) => !replaced.has(id)),
    process: { ...item.process, steps: commitment.steps },
  }
}
