import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { day } from '../format/day.ts'
import { yuan } from '../format/quantity.ts'
import { regionName, type RegionOption } from './region.ts'
import { askedFields, isEmpty, type FieldValue, type FormValues } from './values.ts'
import { notFilledWord, noWord, yesWord } from './words.ts'

export interface Answer {
  field: string
  label: string
  text: string
  section?: string
}

/** The answers as a person reads them back before handing in, in the order of the form. */
export function describe(
  schema: FormSchema,
  values: FormValues,
  known: { regions?: readonly RegionOption[] } = {},
): Answer[] {
  return askedFields(schema, values).map((field) => ({
    field: field.name,
    label: field.label,
    text: words(field, values[field.name], known.regions ?? []),
    ...(field.section === undefined ? {} : { section: field.section }),
  }))
}

function words(field: FormField, value: FieldValue | undefined, regions: readonly RegionOption[]): string {
  if (value === undefined || isEmpty(value)) return notFilledWord
  if (typeof value !== 'string') return value.map((one) => optionLabel(field, one)).join('、')
  switch (field.type) {
    case 'choice':
      return optionLabel(field, value)
    case 'yes-no':
      return value === 'yes' ? yesWord : value === 'no' ? noWord : value
    case 'date':
      return day(value)
    case 'money-yuan':
      return yuan(value)
    case 'region':
      return regionName(regions, value) ?? value
    default:
      return value
  }
}

function optionLabel(field: FormField, value: string): string {
  return field.options?.find((option) => option.value === value)?.label ?? value
}
