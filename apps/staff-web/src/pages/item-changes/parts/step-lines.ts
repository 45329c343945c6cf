import type { ItemVersion, ProcessStep } from '#capabilities/catalogue/contract.ts'
import { STEP_ORDER } from '#capabilities/catalogue/contract/process-order.ts'
import { valueAt } from '../draft.ts'
import { choice, number, text, type ItemLines } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'

type Kind = ProcessStep['step']

interface Steps {
  at: string
  note: string
  /** Steps that this way of handling does not do without. */
  needed: (item: ItemVersion) => readonly Kind[]
  /** Steps that it may have at all; left out, every one the law knows. */
  known?: readonly Kind[]
  /** A step that is added takes so many days. */
  days?: number
}

/** Steps in the order of the law: none moves, and the needed ones stay. */
export const stepLines = ({ at, note, needed, known = STEP_ORDER, days = 1 }: Steps): ItemLines => ({
  ...{ at, title: words.steps, one: words.step, note },
  lawful: {
    addable: (item) => {
      const steps = (valueAt(item, at) ?? []) as readonly ProcessStep[]
      return known
        .filter((kind) => !steps.some(({ step }) => step === kind))
        .map((kind) => ({ label: words.stepKinds[kind], line: blankStep(kind, days) }))
    },
    inOrder: (lines) =>
      [...(lines as readonly ProcessStep[])].sort((one, other) => placeOf(one) - placeOf(other)),
    mayGo: (line, item) => !needed(item).includes((line as ProcessStep).step),
  },
  fields: (line) => [
    text(`${line}/name`, words.stepName, 40),
    number(`${line}/limitWorkingDays`, words.stepDays),
    choice(`${line}/role`, words.stepRole, words.roles),
    text(`${line}/standard`, words.stepStandard, 500),
  ],
  blank: () => undefined,
})

const placeOf = ({ step }: ProcessStep): number => STEP_ORDER.indexOf(step)

const ROLES: Readonly<Record<Kind, ProcessStep['role']>> = {
  ...{ accept: 'window-clerk', survey: 'reviewer', review: 'reviewer', decide: 'approver', issue: 'issuer' },
}

export const blankStep = (step: Kind, limitWorkingDays: number): ProcessStep => ({
  ...{ step, name: words.stepKinds[step], role: ROLES[step], limitWorkingDays, standard: '' },
})
