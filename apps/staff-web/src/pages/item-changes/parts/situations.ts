import type { ItemVersion, Situation } from '#capabilities/catalogue/contract.ts'
import { answersOf, number, optional, several, text, type ItemLines, type PartForm } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'

/** 情形 (颗粒化): who answers so has papers, a limit and a fee of their own. */
export const situations = (): PartForm => ({ fields: [], lines: [SITUATIONS] })

const SITUATIONS: ItemLines = {
  ...{ at: '/situations', title: words.situations, one: words.situation, note: words.situationsNote },
  optional: true,
  fields: (at, value, item) => {
    const { steps = [] } = value as Situation
    return [
      text(`${at}/name`, words.situationName, 100),
      {
        ...{ at: `${at}/when`, label: words.situationWhen, type: 'choices', required: true, as: 'answers' },
        options: answersOf(item),
      },
      several(`${at}/materials`, words.situationMaterials, namesOf(item.materials), {
        ...{ ...optional, hint: words.situationMaterialsHint },
      }),
      {
        ...{ at: `${at}/promisedLimit`, label: words.situationLimit, type: 'integer', required: false },
        ...{ as: 'days', unit: item.promisedLimit.unit, hint: words.situationLimitHint },
      },
      ...steps.map(({ name }, index) =>
        number(`${at}/steps/${index}/limitWorkingDays`, words.situationStep(name)),
      ),
      text(`${at}/hint`, words.situationHint, 300, optional),
    ]
  },
  blank: ({ situations: known = [] }) => ({
    ...{ no: nextNo(known), name: '', standard: known[0]?.standard ?? 'grassroots@1', when: [] },
  }),
}

const namesOf = (papers: ItemVersion['materials']): Readonly<Record<string, string>> =>
  Object.fromEntries(papers.map(({ id, name }) => [id, name]))

/** The last two digits of its code: one more than the last. */
const nextNo = (known: readonly Situation[]): string =>
  String(known.reduce((most, { no }) => Math.max(most, Number(no)), 0) + 1).padStart(2, '0')
