import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import {
  answersOf,
  choice,
  freshKey,
  number,
  optional,
  rare,
  text,
  yesNo,
  type ItemLines,
  type PartForm,
} from '../field.ts'
import { fieldWords as words } from '../field-words.ts'
import { moreWords } from './words.ts'

export const materials = (): PartForm => ({ fields: [], lines: [MATERIALS] })

/** Papers, wherever somebody is asked for some. */
export const materialLines = (list: string): ItemLines => ({
  ...{ at: list, title: words.materials, one: words.material, pick: 'materials' },
  fields: (at, value, item) => {
    const { necessity, fromForm } = value as ItemVersion['materials'][number]
    return [
      text(`${at}/name`, words.materialName, 200),
      text(`${at}/acceptStandard`, words.acceptStandard, 500, { hint: words.acceptHint }),
      choice(`${at}/necessity`, words.necessity, words.necessities),
      ...(necessity === 'conditional' ? conditional(at, item) : []),
      ...(fromForm === true
        ? []
        : [
            choice(`${at}/source`, words.source, words.sources),
            text(`${at}/sourceNote`, words.sourceNote, 200, { ...optional, hint: words.sourceHint }),
            text(`${at}/shared`, moreWords.shared, 200, { ...optional, hint: moreWords.sharedHint }),
            choice(`${at}/kind`, moreWords.kind, moreWords.kinds, { rare: true }),
            yesNo(`${at}/originalCheckedOnly`, moreWords.checkedOnly, rare),
          ]),
      number(`${at}/originals`, words.originals),
      number(`${at}/copies`, words.copies),
      choice(`${at}/medium`, words.medium, words.media),
      text(`${at}/fillNote`, words.fillNote, 500, optional),
      text(`${at}/basis`, words.materialBasis, 300, optional),
    ]
  },
  blank: () => ({
    ...{ id: freshKey('paper-'), name: '', kind: 'other', source: 'applicant', originals: 1, copies: 0 },
    ...{ medium: 'both', necessity: 'required', acceptStandard: '' },
  }),
})

const MATERIALS = materialLines('/materials')

function conditional(at: string, item: ItemVersion) {
  const options = answersOf(item)
  const asked = { ...optional, as: 'answer', options, hint: words.whenAnswerHint } as const
  return [
    text(`${at}/when`, words.when, 200),
    ...(options.length === 0
      ? []
      : [{ at: `${at}/whenAnswer`, label: words.whenAnswer, type: 'choices', ...asked } as const]),
  ]
}
