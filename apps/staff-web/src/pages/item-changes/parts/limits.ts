import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { neededSteps } from '#capabilities/catalogue/contract/process-order.ts'
import { choice, part, yesNo, type PartForm } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'
import { limitFields } from './limit-fields.ts'
import { stepLines } from './step-lines.ts'

/** 时限和环节: what law allows, what is promised, and who does what in how many days. */
export const limits = (item: ItemVersion): PartForm => ({
  fields: [
    choice('/projectType', words.projectType, words.projectTypes),
    choice('/process/procedure', words.procedure, words.procedures),
    yesNo('/process/preReview', words.preReview),
    part('/statutoryLimit', words.statutoryThere, statutoryBlank(item), { hint: words.statutoryHint }),
    ...(item.statutoryLimit === undefined
      ? []
      : limitFields('/statutoryLimit', STATUTORY, item.statutoryLimit, [
          ...(['basis', 'note', 'from', 'extension'] as const),
        ])),
    ...limitFields('/promisedLimit', PROMISED, item.promisedLimit, ['note', 'basis', 'from']),
  ],
  lines: [STEPS],
})

const STATUTORY = { amount: words.statutory, name: words.statutoryName }
const PROMISED = { amount: words.promised, name: words.promisedName, hint: words.promisedHint }

/** A licence that names no law for its limit stands under the general one. */
const statutoryBlank = ({ itemType, process }: ItemVersion): ItemVersion['statutoryLimit'] => ({
  ...{ amount: process.together === true ? 45 : 20, unit: 'working-day' },
  basis: itemType === '01' ? '《中华人民共和国行政许可法》第四十二条' : '',
})

const STEPS = stepLines({
  ...{ at: '/process/steps', note: words.stepsNote },
  needed: ({ process }) => neededSteps(process),
})
