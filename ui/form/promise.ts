import type { FormSchema, ItemVersion, Material } from '#capabilities/catalogue/contract.ts'
import { applies, type Applies } from './applies.ts'
import { holds, type FormValues } from './values.ts'

type Process = Pick<ItemVersion['process'], 'commitment'>
type Answer = NonNullable<Material['whenAnswer']>

/** Whether the item lets an applicant with these answers choose to promise (告知承诺). */
export function mayPromise({ commitment }: Process, answers: FormValues): boolean {
  if (commitment === undefined) return false
  const { when, unless = [] } = commitment
  return (when === undefined || isGiven(answers, when)) && !unless.some((answer) => isGiven(answers, answer))
}

export interface AskedMaterial<M> {
  material: M
  /** `ask`: an answer is still open, or only a person can judge by `when`. */
  applies: Exclude<Applies, 'no'>
}

/** The papers wanted of this application, without those the answers rule out and those a promise stands in for. */
export function askedMaterials<M extends Pick<Material, 'id' | 'necessity' | 'whenAnswer'>>(
  { materials, process, form }: { materials: readonly M[]; process: Process; form: FormSchema },
  answers: FormValues,
  promised: boolean,
): AskedMaterial<M>[] {
  const replaced = new Set(promised ? process.commitment?.replaces : [])
  return materials.flatMap((material) => {
    const verdict = replaced.has(material.id) ? 'no' : applies(material, answers, form)
    return verdict === 'no' ? [] : [{ material, applies: verdict }]
  })
}

function isGiven(answers: FormValues, { field, equals }: Answer): boolean {
  return [equals].flat().some((wanted) => holds(answers[field], wanted))
}
