import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import {
  choice,
  number,
  optional,
  part,
  rare,
  text,
  yesNo,
  type ItemField,
  type ItemLines,
  type PartForm,
} from '../field.ts'
import { fieldWords as words } from '../field-words.ts'
import { moreWords } from './words.ts'

/** 收费. */
export const fees = ({ fee }: ItemVersion): PartForm => ({
  fields: feeFields('/fee', fee),
  lines: fee.charged ? [feeLines('/fee/lines')] : [],
})

export const feeFields = (at: string, { charged }: ItemVersion['fee']): ItemField[] => [
  yesNo(`${at}/charged`, words.charged),
  ...(charged ? [text(`${at}/basis`, words.feeBasis, 500)] : []),
]

export const feeLines = (at: string): ItemLines => ({
  ...{ at, title: words.fees, one: words.feeLine, optional: true },
  fields: (line) => [
    text(`${line}/name`, words.feeName, 100),
    text(`${line}/standard`, words.feeStandard, 200),
    text(`${line}/basis`, words.feeLineBasis, 300),
    yesNo(`${line}/reducible`, words.reducible),
  ],
  blank: () => ({ name: '', standard: '', basis: '', reducible: false }),
})

/** 办理结果: which paper comes out, and how long it holds. */
export const result = ({ result: { type, term, personal: own } }: ItemVersion): PartForm => ({
  fields: [
    choice('/result/type', words.resultType, words.resultTypes),
    text('/result/name', words.resultName, 200),
    ...(type === '4'
      ? []
      : [
          text('/result/validity', words.validity, 200, optional),
          choice('/result/term', words.term, words.terms, {
            ...{ ...optional, as: 'term', none: words.termNone },
          }),
          ...(term === undefined ? [] : termFields(term)),
          text('/result/sampleNote', words.sampleNote, 300, optional),
          ...personal(own),
        ]),
  ],
  lines: [],
})

function termFields(term: NonNullable<ItemVersion['result']['term']>): ItemField[] {
  const basis = text('/result/term/basis', words.termBasis, 300)
  switch (term.kind) {
    case 'span':
      return [
        number('/result/term/amount', words.termAmount),
        choice('/result/term/unit', words.termUnit, words.termUnits),
        basis,
      ]
    case 'until':
      return [{ at: '/result/term/day', label: words.termDay, type: 'date', required: true }, basis]
    case 'decided':
      return [...longest(term.atMost !== undefined), basis]
    default:
      return [basis]
  }
}

/** Where a rule sets the longest that a decision may grant. */
const longest = (there: boolean): ItemField[] => [
  part('/result/term/atMost', moreWords.atMost, { amount: 3, unit: 'year' }),
  ...(there
    ? [
        number('/result/term/atMost/amount', moreWords.atMostAmount),
        choice('/result/term/atMost/unit', words.termUnit, words.termUnits),
      ]
    : []),
]

function personal(known: ItemVersion['result']['personal']): ItemField[] {
  const blank: ItemVersion['result']['personal'] = { endsWith: 'death', basis: '' }
  return [
    part('/result/personal', moreWords.personal, blank, { ...rare, hint: moreWords.personalHint }),
    ...(known === undefined
      ? []
      : [
          choice('/result/personal/endsWith', moreWords.endsWith, moreWords.ends, { rare: true }),
          text('/result/personal/basis', moreWords.personalBasis, 300, { rare: true }),
        ]),
  ]
}
