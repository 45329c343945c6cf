import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import {
  answersOf,
  choice,
  freshKey,
  number,
  optional,
  part,
  text,
  yesNo,
  type ItemField,
  type ItemLines,
  type PartForm,
} from '../field.ts'
import { fieldWords as words } from '../field-words.ts'
import { moreWords } from './words.ts'

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
      ...agreeing(at, field, item),
    ]
  },
  below: (at, value) => {
    const { agrees, options = [] } = value as FormField
    return agrees === undefined ? [] : [ranges(`${at}/agrees/ranges`, options)]
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
      ...{ options, none: words.showNone },
    },
  ]
}

/** An answer that says something of an age is held against the day of birth or the number that tells it. */
function agreeing(at: string, { type, agrees, options = [] }: FormField, { form }: ItemVersion): ItemField[] {
  const telling = form.fields.filter((each) => each.type === 'date' || each.type === 'citizen-id')
  if (agrees === undefined && (type !== 'choice' || telling.length === 0)) return []
  const blank = {
    ...{ with: telling[0]?.name ?? '', by: 'age-between' },
    ranges: options.slice(0, 1).map(({ value: answer }) => ({ answer })),
  }
  return [
    part(`${at}/agrees`, moreWords.agrees, blank, { rare: true, hint: moreWords.agreesHint }),
    ...(agrees === undefined
      ? []
      : [
          choice(
            `${at}/agrees/with`,
            moreWords.agreesWith,
            Object.fromEntries(telling.map((each) => [each.name, each.label])),
            { rare: true },
          ),
        ]),
  ]
}

const ranges = (at: string, options: NonNullable<FormField['options']>): ItemLines => ({
  ...{ at, title: moreWords.ranges, one: moreWords.range, unordered: true },
  fields: (line) => [
    {
      ...{ at: `${line}/answer`, label: moreWords.rangeAnswer, type: 'choice', required: true },
      options,
    },
    number(`${line}/from`, moreWords.rangeFrom, optional),
    number(`${line}/to`, moreWords.rangeTo, optional),
  ],
  blank: () => ({ answer: options[0]?.value ?? '' }),
})

/** A question that is answered in another way leaves behind what only the old way knows. */
export function fitted(field: FormField): FormField {
  const { options, maxLength, minimum, maximum, agrees, ...rest } = field
  const { type } = rest
  return {
    ...rest,
    ...((type === 'choice' || type === 'choices') && options ? { options } : {}),
    ...(type === 'choice' && agrees ? { agrees } : {}),
    ...((type === 'text' || type === 'long-text') && maxLength ? { maxLength } : {}),
    ...((type === 'integer' || type === 'money-yuan') && minimum !== undefined ? { minimum } : {}),
    ...((type === 'integer' || type === 'money-yuan') && maximum !== undefined ? { maximum } : {}),
  }
}
