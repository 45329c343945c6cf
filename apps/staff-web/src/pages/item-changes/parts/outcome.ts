import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import {
  choice,
  number,
  optional,
  text,
  yesNo,
  type ItemField,
  type ItemLines,
  type PartForm,
} from '../field.ts'
import { fieldWords as words } from '../field-words.ts'

/** 收费. */
export const fees = ({ fee }: ItemVersion): PartForm => ({
  fields: [
    yesNo('/fee/charged', words.charged),
    ...(fee.charged ? [text('/fee/basis', words.feeBasis, 500)] : []),
  ],
  lines: fee.charged ? [FEES] : [],
})

const FEES: ItemLines = {
  ...{ at: '/fee/lines', title: words.fees, one: words.feeLine, optional: true },
  fields: (at) => [
    text(`${at}/name`, words.feeName, 100),
    text(`${at}/standard`, words.feeStandard, 200),
    text(`${at}/basis`, words.feeLineBasis, 300),
    yesNo(`${at}/reducible`, words.reducible),
  ],
  blank: () => ({ name: '', standard: '', basis: '', reducible: false }),
}

/** 办理结果: which paper comes out, and how long it holds. */
export const result = ({ result: { type, term } }: ItemVersion): PartForm => ({
  fields: [
    choice('/result/type', words.resultType, words.resultTypes),
    text('/result/name', words.resultName, 200),
    ...(type === '4'
      ? []
      : [
          text('/result/validity', words.validity, 200, optional),
          choice('/result/term', words.term, words.terms, { ...optional, as: 'term' }),
          ...(term === undefined ? [] : termFields(term)),
          text('/result/sampleNote', words.sampleNote, 300, optional),
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
    default:
      return [basis]
  }
}
