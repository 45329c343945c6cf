import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { GUIDE_ELEMENTS } from '#capabilities/catalogue/contract/guide-parts.ts'
import {
  choice,
  optional,
  optionsOf,
  rare,
  text,
  type ItemField,
  type ItemLines,
  type PartForm,
} from '../field.ts'
import { fieldWords } from '../field-words.ts'
import { guideWords as words } from './words.ts'

/** 问答和示范: what only whoever reads the guide needs, and no case does. */
export const guideParts = (item: ItemVersion): PartForm => ({
  fields: [
    text('/guide/scope', words.scope, 500, { ...optional, hint: words.scopeHint }),
    text('/guide/issuer', words.issuer, 100, { ...rare, hint: words.issuerHint }),
    ...item.form.fields.map(example),
  ],
  lines: [FAQ, ERRORS, NOT_APPLICABLE],
})

/** The form filled in as it should be, question by question; with made-up persons only. */
function example({ name, label, type, options = [] }: ItemVersion['form']['fields'][number]): ItemField {
  const asked = { at: `/guide/example/${name}`, label: words.example(label), ...EXAMPLE } as const
  const offered = OFFERED[type] ?? (type === 'choice' ? options : undefined)
  if (offered !== undefined)
    return { ...asked, type: 'choice', none: words.madeUp, options: [...offered, LEFT_BLANK] }
  const hint = type === 'choices' ? words.several(options.map((each) => each.label)) : HINTS[type]
  return { ...asked, type: 'text', maxLength: 400, ...(hint === undefined ? {} : { hint }) }
}

type Type = ItemVersion['form']['fields'][number]['type']

/** By this word the printed sample leaves a question open; a place is the village that is nowhere. */
const LEFT_BLANK = { value: words.leftBlank, label: words.leftBlankTitle }
const OFFERED: Readonly<Partial<Record<Type, readonly { value: string; label: string }[]>>> = {
  'yes-no': optionsOf(fieldWords.yesNo),
  region: [{ value: words.madeUpVillage, label: words.madeUpVillage }],
}

const EXAMPLE = { ...optional, group: { title: words.examples, note: words.examplesNote } } as const

const HINTS: Readonly<Partial<Record<Type, string>>> = {
  ...{ 'citizen-id': words.madeUpNumber, 'credit-code': words.madeUpCode },
  ...{ phone: words.madeUpPhone, date: words.day },
}

const FAQ: ItemLines = {
  ...{ at: '/faq', title: fieldWords.faq, one: fieldWords.question },
  fields: (at) => [
    text(`${at}/question`, fieldWords.asked, 300),
    text(`${at}/answer`, fieldWords.answer, 1000),
  ],
  blank: () => ({ question: '', answer: '' }),
}

const ERRORS: ItemLines = {
  ...{ at: '/guide/commonErrors', title: fieldWords.errors, one: fieldWords.error, optional: true },
  fields: (at) => [text(`${at}/wrong`, fieldWords.wrong, 300), text(`${at}/right`, fieldWords.right, 300)],
  blank: () => ({ wrong: '', right: '' }),
}

const NOT_APPLICABLE: ItemLines = {
  ...{ at: '/guide/notApplicable', title: words.without, one: words.withoutOne, note: words.withoutNote },
  optional: true,
  fields: (at) => [
    choice(`${at}/element`, words.element, GUIDE_ELEMENTS),
    text(`${at}/reason`, words.reason, 200),
  ],
  blank: () => ({ element: 'form', reason: '' }),
}
