import type { ItemVersion, ProcessStep } from '../contract.ts'

/** The working days of all steps together. */
export function stepDays({ process }: ItemVersion): number {
  return process.steps.reduce((sum, step) => sum + step.limitWorkingDays, 0)
}

const ORDER = ['accept', 'survey', 'review', 'decide', 'issue'] as const

/** The law fixes the order of the steps; the process leaves out those the item does not need. */
export function inOrder(steps: readonly ProcessStep[]): boolean {
  if (steps.length === 0) return true
  const places = steps.map(({ step }) => ORDER.indexOf(step))
  const rising = places.every((place, index) => index === 0 || place > places[index - 1]!)
  return rising && ['accept', 'decide', 'issue'].every((needed) => steps.some(({ step }) => step === needed))
}

/** Conditions that name a field the form lacks, or an answer it does not offer. */
export function danglingAnswers({ process: { commitment }, materials, form }: ItemVersion): boolean {
  const asked = [
    ...(commitment?.when ? [commitment.when] : []),
    ...(commitment?.unless ?? []),
    ...materials.flatMap(({ whenAnswer }) => whenAnswer ?? []),
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
