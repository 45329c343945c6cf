import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import {
  answersOf,
  choice,
  freshKey,
  number,
  optional,
  text,
  yesNo,
  type ItemField,
  type ItemLines,
  type PartForm,
} from '../field.ts'
import { fieldWords as words } from '../field-words.ts'

/** 申请表: what is asked, how it is answered, and of whom. */
export const form = (): PartForm => ({
  fields: [text('/form/title', words.formTitle, 100)],
  lines: [QUESTIONS],
})

const QUESTIONS: ItemLines = {
  ...{ at: '/form/fields', title: words.questions, one: words.questionOne, note: words.questionsNote },
  pick: 'elements',
  fields: (at, value, item) => {
    const field = value as FormField
    return [
      text(`${at}/label`, words.label, 60),
      choice(`${at}/type`, words.fieldType, words.fieldTypes),
      yesNo(`${at}/required`, words.required),
      text(`${at}/hint`, words.hint, 200, { ...optional, hint: words.hintHint }),
      ...byType(at, field),
      text(`${at}/section`, words.section, 60, optional),
      ...shownWhen(at, field, item),
    ]
  },
  blank: () => ({ name: freshKey('q'), label: '', type: 'text', required: true }),
}

function byType(at: string, { type }: FormField): ItemField[] {
  if (type === 'choice' || type === 'choices')
    return [
      {
        ...{ at: `${at}/options`, label: words.options, type: 'long-text', required: true, as: 'options' },
        hint: words.perLine,
      },
    ]
  if (type === 'text' || type === 'long-text') return [number(`${at}/maxLength`, words.maxLength, optional)]
  if (type === 'integer' || type === 'money-yuan')
    return [
      number(`${at}/minimum`, words.minimum, optional),
      number(`${at}/maximum`, words.maximum, optional),
    ]
  return []
}

/** A question may hang on one answer of another one. */
function shownWhen(at: string, { name }: FormField, item: ItemVersion): ItemField[] {
  const options = answersOf(item, name)
  if (options.length === 0) return []
  return [
    {
      ...{ at: `${at}/showWhen`, label: words.showWhen, type: 'choice', required: false, as: 'shown' },
      ...{ options, hint: words.showHint },
    },
  ]
}

/** A question that is answered in another way leaves behind what only the old way knows. */
export function fitted(field: FormField): FormField {
  const { options, maxLength, minimum, maximum, ...rest } = field
  const { type } = rest
  return {
    ...rest,
    ...((type === 'choice' || type === 'choices') && options ? { options } : {}),
    ...((type === 'text' || type === 'long-text') && maxLength ? { maxLength } : {}),
    ...((type === 'integer' || type === 'money-yuan') && minimum !== undefined ? { minimum } : {}),
    ...((type === 'integer' || type === 'money-yuan') && maximum !== undefined ? { maximum } : {}),
  }
}
