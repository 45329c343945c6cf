import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { isDay } from '../format/day.ts'
import { isCitizenId } from './citizen-id.ts'
import { askedFields, type FormValues } from './values.ts'

/**
 * Days of birth that cannot be: after today, or another than the id number of the same person says. Whose number it is, the
 * section tells: where it asks for exactly one, the two belong together.
 */
export function birthProblems(
  schema: FormSchema,
  values: FormValues,
  today: string,
): { field: string; message: string }[] {
  const asked = askedFields(schema, values)
  return asked.filter(isBirth).flatMap((field) => {
    const day = values[field.name]
    if (typeof day !== 'string' || !isDay(day)) return []
    if (day > today) return [{ field: field.name, message: `“${field.label}”不能晚于今天，请核对` }]
    const id = idBeside(field, asked, values)
    if (id === undefined || birthdayOf(id.number) === day) return []
    return [
      {
        field: field.name,
        message: `“${field.label}”和“${id.label}”里的出生日期对不上，请对着身份证核对这两处`,
      },
    ]
  })
}

export function isBirth({ type, label }: FormField): boolean {
  return type === 'date' && label.includes('出生')
}

/** The one id number asked for in the same section: the two belong to one person. */
export function idBeside(
  { section }: FormField,
  asked: readonly FormField[],
  values: FormValues,
): { label: string; number: string } | undefined {
  const ids = asked.filter((field) => field.type === 'citizen-id' && field.section === section)
  const [only] = ids
  const number = only && values[only.name]
  if (ids.length !== 1 || typeof number !== 'string' || !isCitizenId(number)) return undefined
  return { label: only!.label, number }
}

/** The seventh to fourteenth sign (GB 11643). */
export function birthdayOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
}
