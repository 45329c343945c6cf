import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { askedFields, type FieldValue, type FormValues } from '#ui/form/index.ts'

const TEXT_MAX = 4000
const CHOICES_MAX = 60
const CHOICE_MAX = 40

export interface TooLong {
  field: string
  message: string
}

/** What a form may hold, keyed as it asks: unknown names are left out, what is too long to keep is named. */
export function keepable(form: FormSchema, values: FormValues): { kept: FormValues; tooLong: TooLong[] } {
  const kept: Record<string, FieldValue> = {}
  const tooLong: TooLong[] = []
  for (const { name, label } of form.fields) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) continue
    if (fits(value)) kept[name] = value
    else tooLong.push({ field: name, message: `“${label}”太长了，没有保存，请改短一些` })
  }
  return { kept, tooLong }
}

function fits(value: FieldValue): boolean {
  return typeof value === 'string'
    ? value.length <= TEXT_MAX
    : value.length <= CHOICES_MAX && value.every((choice) => choice.length <= CHOICE_MAX)
}

/** Only answers to questions that are asked are filed; what was typed before a choice was changed stays behind. */
export function answersOf(form: FormSchema, values: FormValues): Record<string, string | string[]> {
  return Object.fromEntries(
    askedFields(form, values).flatMap(({ name }) => {
      const value = values[name]
      if (value === undefined) return []
      return [[name, typeof value === 'string' ? value : [...value]]]
    }),
  )
}
