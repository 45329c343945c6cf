import type { ItemVersion, Situation } from '#capabilities/catalogue/contract.ts'
import { neededSteps } from '#capabilities/catalogue/contract/process-order.ts'
import { answersOf, optional, part, several, text, type ItemLines, type PartForm } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'
import { limitFields } from './limit-fields.ts'
import { feeFields, feeLines } from './outcome.ts'
import { stepLines } from './step-lines.ts'
import { moreWords } from './words.ts'

/** 情形 (颗粒化): who answers so has papers, a limit and a fee of their own. */
export const situations = (): PartForm => ({ fields: [], lines: [SITUATIONS] })

const SITUATIONS: ItemLines = {
  ...{ at: '/situations', title: words.situations, one: words.situation, note: words.situationsNote },
  optional: true,
  fields: (at, value, item) => {
    const { promisedLimit, steps, fee } = value as Situation
    return [
      text(`${at}/name`, words.situationName, 100),
      {
        ...{ at: `${at}/when`, label: words.situationWhen, type: 'choices', required: true, as: 'answers' },
        options: answersOf(item),
      },
      several(`${at}/materials`, words.situationMaterials, namesOf(item.materials), {
        ...{ ...optional, hint: words.situationMaterialsHint },
      }),
      part(`${at}/promisedLimit`, moreWords.situationLimit, item.promisedLimit),
      ...(promisedLimit === undefined
        ? []
        : limitFields(`${at}/promisedLimit`, LIMIT, promisedLimit, ['note', 'basis', 'from'])),
      part(`${at}/steps`, moreWords.situationSteps, steps ?? item.process.steps),
      part(`${at}/fee`, moreWords.situationFee, item.fee),
      ...(fee === undefined ? [] : feeFields(`${at}/fee`, fee)),
      text(`${at}/hint`, words.situationHint, 300, optional),
      {
        ...{ at: `${at}/standard`, label: moreWords.standard, type: 'choice', required: true, rare: true },
        ...{ options: [], offered: 'standards' },
      },
    ]
  },
  below: (at, value) => {
    const { steps, fee } = value as Situation
    return [
      ...(steps === undefined ? [] : [{ ...ownSteps(`${at}/steps`), title: moreWords.situationStepsTitle }]),
      ...(fee?.charged === true ? [feeLines(`${at}/fee/lines`)] : []),
    ]
  },
  blank: ({ situations: known = [] }) => ({
    ...{ no: nextNo(known), name: '', standard: known[0]?.standard ?? 'grassroots@1', when: [] },
  }),
}

const LIMIT = { amount: words.situationLimit, name: moreWords.situationLimitName }

const ownSteps = (at: string): ItemLines =>
  stepLines({ at, note: words.stepsNote, needed: ({ process }) => neededSteps(process) })

const namesOf = (papers: ItemVersion['materials']): Readonly<Record<string, string>> =>
  Object.fromEntries(papers.map(({ id, name }) => [id, name]))

/** The last two digits of its code: one more than the last. */
const nextNo = (known: readonly Situation[]): string =>
  String(known.reduce((most, { no }) => Math.max(most, Number(no)), 0) + 1).padStart(2, '0')
