import type { ItemVersion, ProcessStep } from '../contract.ts'
import { DECIDED_HERE, neededSteps, STEP_ORDER } from '../contract/process-order.ts'

/** The working days of all steps together. */
export function stepDays({ process }: ItemVersion): number {
  return process.steps.reduce((sum, step) => sum + step.limitWorkingDays, 0)
}

export function processInOrder(process: ItemVersion['process']): boolean {
  const { steps, commitment } = process
  return inOrder(steps, neededSteps(process)) && inOrder(commitment?.steps ?? [])
}

/** The law fixes the order of the steps; the process leaves out those the item does not need. */
function inOrder(
  steps: readonly ProcessStep[],
  needed: readonly ProcessStep['step'][] = DECIDED_HERE,
): boolean {
  if (steps.length === 0) return true
  const places = steps.map(({ step }) => STEP_ORDER.indexOf(step))
  const rising = places.every((place, index) => index === 0 || place > places[index - 1]!)
  return rising && needed.every((one) => steps.some(({ step }) => step === one))
}

/** Conditions that name a field the form lacks, or an answer it does not offer; ages that no field beside them tells. */
export function danglingAnswers({ process: { commitment }, materials, form }: ItemVersion): boolean {
  const tellsAge = new Set(
    form.fields.filter(({ type }) => type === 'date' || type === 'citizen-id').map(({ name }) => name),
  )
  if (form.fields.some(({ agrees }) => agrees !== undefined && !tellsAge.has(agrees.with))) return true
  const asked = [
    ...(commitment?.when ? [commitment.when] : []),
    ...(commitment?.unless ?? []),
    ...materials.flatMap(({ whenAnswer }) => whenAnswer ?? []),
    ...form.fields.flatMap(({ name, agrees }) =>
      (agrees?.ranges ?? []).map(({ answer }) => ({ field: name, equals: answer })),
    ),
  ]
  return asked.some(({ field, equals }) => {
    const found = form.fields.find(({ name }) => name === field)
    if (found === undefined) return true
    const offered = found.type === 'yes-no' ? ['yes', 'no'] : found.options?.map(({ value }) => value)
    return offered !== undefined && [equals].flat().some((value) => !offered.includes(value))
  })
}

/** Materials a promise claims to stand in for that the item does not ask for, or its own form. */
export function unknownReplacements({ process, materials }: ItemVersion): boolean {
  return (process.commitment?.replaces ?? []).some(
    (id) => !materials.some((material) => material.id === id && !material.fromForm),
  )
}

/** What somebody who holds the licence already may apply for, each way by its name. */
export function variants({ lifecycle = {} }: Pick<ItemVersion, 'lifecycle'>) {
  return Object.values(lifecycle).filter((variant) => variant !== undefined)
}

/** A variant asks for a paper the item does not have, gives a new one a known id, or forgets the form. */
export function unknownVariantPapers(item: ItemVersion): boolean {
  const known = new Set(item.materials.map(({ id }) => id))
  const form = item.materials.find(({ fromForm }) => fromForm)?.id
  return variants(item).some(
    ({ materials, added = [] }) =>
      materials.some((id) => !known.has(id)) ||
      added.some(({ id, fromForm }) => known.has(id) || fromForm) ||
      (form !== undefined && !materials.includes(form)),
  )
}

/** The steps of a variant are out of order, or do not add up to what it promises. */
export function unsoundVariantSteps(item: ItemVersion): boolean {
  return variants(item).some(({ steps, promisedLimit }) => {
    const days = steps.reduce((sum, step) => sum + step.limitWorkingDays, 0)
    const atOnce = promisedLimit.amount === 0
    return (
      !inOrder(steps) ||
      (promisedLimit.unit === 'working-day' && days !== promisedLimit.amount) ||
      atOnce !== (item.process.procedure === 'on-the-spot')
    )
  })
}
