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
  const asked = { at: `/guide/example/${name}`, label: words.example(label), ...rare } as const
  if (type === 'yes-no') return { ...asked, type: 'choice', options: optionsOf(fieldWords.yesNo) }
  if (type === 'choice') return { ...asked, type, options }
  return {
    ...asked,
    type: 'text',
    maxLength: 400,
    ...(HINTS[type] === undefined ? {} : { hint: HINTS[type] }),
  }
}

const HINTS: Readonly<Partial<Record<ItemVersion['form']['fields'][number]['type'], string>>> = {
  ...{ 'citizen-id': words.madeUpNumber, phone: words.madeUpPhone, date: words.day },
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
