import type { ItemVersion, ProcessStep } from '#capabilities/catalogue/contract.ts'
import { neededSteps, STEP_ORDER } from '#capabilities/catalogue/contract/process-order.ts'
import { choice, number, optional, text, yesNo, type ItemLines, type PartForm } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'

/** 时限和环节: what is promised, and who does what in how many days. */
export const limits = (item: ItemVersion): PartForm => ({
  fields: [
    choice('/projectType', words.projectType, words.projectTypes),
    choice('/process/procedure', words.procedure, words.procedures),
    yesNo('/process/preReview', words.preReview),
    number('/promisedLimit/amount', words.promised, { hint: words.promisedHint }),
    choice('/promisedLimit/unit', words.promisedUnit, words.units),
    text('/promisedLimit/note', words.promisedNote, 300, optional),
    ...(item.statutoryLimit === undefined
      ? []
      : [
          number('/statutoryLimit/amount', words.statutory),
          choice('/statutoryLimit/unit', words.statutoryUnit, words.units),
          text('/statutoryLimit/basis', words.statutoryBasis, 300, optional),
        ]),
  ],
  lines: [STEPS],
})

type Kind = ProcessStep['step']

const STEPS: ItemLines = {
  ...{ at: '/process/steps', title: words.steps, one: words.step, note: words.stepsNote },
  lawful: {
    addable: ({ process: { steps } }) =>
      STEP_ORDER.filter((kind) => !steps.some(({ step }) => step === kind)).map((kind) => ({
        label: words.stepKinds[kind],
        line: blankStep(kind),
      })),
    inOrder: (lines) =>
      [...(lines as readonly ProcessStep[])].sort((one, other) => placeOf(one) - placeOf(other)),
    mayGo: (line, { process }) => !neededSteps(process).includes((line as ProcessStep).step),
  },
  fields: (at) => [
    text(`${at}/name`, words.stepName, 40),
    number(`${at}/limitWorkingDays`, words.stepDays),
    choice(`${at}/role`, words.stepRole, words.roles),
    text(`${at}/standard`, words.stepStandard, 500),
  ],
  blank: () => undefined,
}

const placeOf = ({ step }: ProcessStep): number => STEP_ORDER.indexOf(step)

const ROLES: Readonly<Record<Kind, ProcessStep['role']>> = {
  ...{ accept: 'window-clerk', survey: 'reviewer', review: 'reviewer', decide: 'approver', issue: 'issuer' },
}

const blankStep = (step: Kind): ProcessStep => ({
  ...{ step, name: words.stepKinds[step], role: ROLES[step], limitWorkingDays: 1, standard: '' },
})
