import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { agreeing, askedFields, readOffId } from '#ui/form/index.ts'
import { demoCreditCode, type DemoPerson } from './people.ts'

export type DemoValues = Record<string, string | string[]>

/** Fills every field a form asks for with plausible synthetic values; questions that appear are answered too. */
export function demoForm(
  form: FormSchema,
  person: DemoPerson,
  index: number,
  region: string,
  wished: DemoValues = {},
): DemoValues {
  const values: DemoValues = { ...wished }
  const isFirm = form.fields.some((field) => field.element === 'party.creditCode')
  // A question may only appear after another is answered, so the form is gone through until nothing new is asked.
  for (let round = 0; round < 4; round++) {
    for (const field of askedFields(form, values)) {
      if (values[field.name] !== undefined) continue
      values[field.name] = valueOf(field, person, { index, region, isFirm })
      // What stands in a number is not said otherwise beside it, and an age opens other questions.
      Object.assign(values, agreeing(form, { ...values, ...readOffId(form, values), ...wished }, SOME_DAY))
    }
  }
  return values
}

/** People of the demo were born in the 1900s: any day of these years puts them into the same band. */
const SOME_DAY = '2026-11-23'

interface Filling {
  index: number
  region: string
  isFirm: boolean
}

function valueOf(
  field: FormField,
  person: DemoPerson,
  { index, region, isFirm }: Filling,
): string | string[] {
  const byElement: Readonly<Record<string, string>> = {
    'party.name': isFirm ? `${person.name}商行（演示）` : person.name,
    'party.citizenId': person.citizenId,
    'party.phone': person.phone,
    'party.creditCode': demoCreditCode(index),
    'party.legalRepresentative': person.name,
  }
  const known = field.element && byElement[field.element]
  if (known) return known
  switch (field.type) {
    case 'citizen-id':
      return person.citizenId
    case 'credit-code':
      return demoCreditCode(index)
    case 'phone':
      return person.phone
    case 'date':
      return '2026-01-05'
    case 'integer':
      return String(Math.max(field.minimum ?? 1, 1))
    case 'money-yuan':
      return String(Math.max(field.minimum ?? 100, 100))
    case 'choice':
      return field.options?.[0]?.value ?? ''
    case 'choices':
      return field.options?.[0] ? [field.options[0].value] : []
    case 'yes-no':
      return 'no'
    case 'region':
      return region
    default:
      return `演示${field.label}`.slice(0, field.maxLength ?? 60)
  }
}
