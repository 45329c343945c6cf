import type { Answer, FormSchema, ItemVersion, Material } from '#capabilities/catalogue/contract.ts'
import { askedFields, holds, isEmpty, type FormValues } from './values.ts'

/** Whether a paper is wanted of somebody with these answers; `ask` where an answer is still open or a person has to judge. */
export type Applies = 'yes' | 'no' | 'ask'

/**
 * The one rule for portal, counter and server. With the form at hand a question that is not asked rules its papers out;
 * without it an answer that is missing is merely open.
 */
export function applies(
  { necessity, whenAnswer }: Pick<Material, 'necessity' | 'whenAnswer'>,
  answers: FormValues,
  form?: FormSchema,
): Applies {
  if (whenAnswer === undefined) return necessity === 'conditional' ? 'ask' : 'yes'
  const { field, equals } = whenAnswer
  const isAsked = form === undefined || askedFields(form, answers).some(({ name }) => name === field)
  if (!isAsked) return 'no'
  const answer = answers[field]
  if (isEmpty(answer)) return 'ask'
  return [equals].flat().some((wanted) => holds(answer, wanted)) ? 'yes' : 'no'
}

type Item = Pick<ItemVersion, 'materials' | 'process' | 'form'>

/** Whether the item lets somebody with these answers choose to promise (告知承诺). */
export function mayPromise({ process }: Pick<ItemVersion, 'process'>, answers: FormValues): boolean {
  const { commitment } = process
  if (commitment === undefined) return false
  const { when, unless = [] } = commitment
  const given = ({ field, equals }: Answer) => [equals].flat().some((wanted) => holds(answers[field], wanted))
  return (when === undefined || given(when)) && !unless.some(given)
}

/** The papers somebody with these answers is asked for; what a promise stands in for is spared. */
export function askedMaterials(item: Item, answers: FormValues, promised = false): Material[] {
  const spared = new Set(promised ? item.process.commitment?.replaces : [])
  return item.materials.filter(
    (material) => !spared.has(material.id) && applies(material, answers, item.form) !== 'no',
  )
}
