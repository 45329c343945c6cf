import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { AboutKind } from '#capabilities/licence-seal/contract.ts'
import { inSituation } from '#ui/form/situation.ts'
import { variantOf } from '#ui/form/variant.ts'
import type { ProcedureName } from '../contract.ts'

/**
 * The item as the procedure of a case reads it. A case stays in the situation (情形) its form made when it was filed. Under a promise (告知承诺) the process, the limit and the list of
 * materials are those the item publishes for it, and so they are when the application is about a licence that its holder
 * already has (变更、延续、注销); every rule then works on one item and knows nothing of the choice.
 */
export function effectiveItem(
  published: ItemVersion,
  procedure: ProcedureName,
  { about, situation }: { about?: { kind: AboutKind }; situation?: string } = {},
): ItemVersion {
  const item = about ? variantOf(published, about.kind) : inSituation(published, situation)
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

export { variantOf }
