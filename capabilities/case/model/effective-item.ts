import type { Answer, ItemVersion } from '#capabilities/catalogue/contract.ts'
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

type Answers = Readonly<Record<string, string | string[]>>

/** Whether the item lets an applicant with these answers choose to promise. */
export function mayPromise({ process }: Pick<ItemVersion, 'process'>, form: Answers): boolean {
  const { commitment } = process
  if (commitment === undefined) return false
  const { when, unless = [] } = commitment
  return (when === undefined || given(form, when)) && !unless.some((answer) => given(form, answer))
}

function given(form: Answers, { field, equals }: Answer): boolean {
  const answers = [form[field] ?? []].flat()
  return [equals].flat().some((wanted) => answers.includes(wanted))
}
