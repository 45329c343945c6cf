import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { isDay } from '../format/day.ts'
import { disagreements } from './agrees.ts'
import { personProblems } from './birth.ts'
import { isCitizenId } from './citizen-id.ts'
import { isCreditCode } from './credit-code.ts'
import { isPhone } from './phone.ts'
import { regionName, type RegionOption } from './region.ts'
import { askedFields, isEmpty, isYesNo, type FieldValue, type FormValues } from './values.ts'
import { formErrorWords, type FormErrorCode } from './words.ts'

type FieldFault = keyof typeof formErrorWords

export interface FormError {
  field: string
  code: FormErrorCode
  /** One Chinese sentence that says what to do, fit to stand beside the field and in the summary. */
  message: string
}

/**
 * Checks the fields that are asked; the result is in the order of the form and empty when all is well. Whoever says which day
 * it is has days, sex and age held against the answers beside them too.
 */
export function check(
  schema: FormSchema,
  values: FormValues,
  known: { regions?: readonly RegionOption[]; today?: string } = {},
): FormError[] {
  const { today } = known
  const beside =
    today === undefined
      ? []
      : [...personProblems(schema, values, today), ...disagreements(schema, values, today)]
  return askedFields(schema, values).flatMap((field): FormError[] => {
    const value = values[field.name]
    const code = fault(field, value, known.regions)
    if (code === undefined) return beside.filter((problem) => problem.field === field.name)
    const typed = typeof value === 'string' ? value : ''
    return [{ field: field.name, code, message: formErrorWords[code](field, typed) }]
  })
}

function fault(
  field: FormField,
  value: FieldValue | undefined,
  regions: readonly RegionOption[] | undefined,
): FieldFault | undefined {
  if (value === undefined || isEmpty(value)) return field.required ? 'missing' : undefined
  switch (field.type) {
    case 'citizen-id':
      return matches(value, isCitizenId, 'not-citizen-id')
    case 'credit-code':
      return matches(value, isCreditCode, 'not-credit-code')
    case 'phone':
      return matches(value, isPhone, 'not-phone')
    case 'date':
      return matches(value, isDay, 'not-date')
    case 'integer':
      return matches(value, isInteger, 'not-integer') ?? outside(field, Number(value))
    case 'money-yuan':
      return matches(value, isMoney, 'not-money') ?? outside(field, Number(value))
    case 'choice':
      return matches(value, (text) => offers(field, text), 'not-offered')
    case 'choices':
      return typeof value !== 'string' && value.every((text) => offers(field, text))
        ? undefined
        : 'not-offered'
    case 'yes-no':
      return matches(value, isYesNo, 'not-yes-no')
    case 'region':
      return matches(value, (code) => isRegion(code, regions), 'not-region')
    default:
      return matches(value, (text) => [...text].length <= maxLength(field), 'too-long')
  }
}

function matches(value: FieldValue, is: (text: string) => boolean, code: FieldFault): FieldFault | undefined {
  return typeof value === 'string' && is(value) ? undefined : code
}

function isInteger(text: string): boolean {
  return /^-?(0|[1-9]\d{0,14})$/.test(text)
}

/** Yuan without a sign, at most twelve digits and two decimals. */
function isMoney(text: string): boolean {
  return /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/.test(text)
}

function outside(field: FormField, amount: number): FieldFault | undefined {
  if (field.minimum !== undefined && amount < field.minimum) return 'too-small'
  if (field.maximum !== undefined && amount > field.maximum) return 'too-large'
  return undefined
}

function offers(field: FormField, value: string): boolean {
  return (field.options ?? []).some((option) => option.value === value)
}

/** Without a list of places only the form of the code (GB/T 2260, 12 digits) can be judged. */
function isRegion(code: string, regions: readonly RegionOption[] | undefined): boolean {
  return regions ? regionName(regions, code) !== undefined : /^\d{12}$/.test(code)
}

export function maxLength(field: FormField): number {
  return field.maxLength ?? (field.type === 'long-text' ? 2000 : 200)
}
