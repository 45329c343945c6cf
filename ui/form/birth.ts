import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { isDay } from '../format/day.ts'
import { birthdayOf, isCitizenId, sexOf } from './citizen-id.ts'
import { askedFields, type FormValues } from './values.ts'
import { personErrorWords, type PersonErrorCode } from './words.ts'

export interface PersonProblem {
  field: string
  code: PersonErrorCode
  message: string
}

/**
 * Days of birth that cannot be: after today, or another than the id number of the same person says. Whose number it is, the
 * section tells: where it asks for exactly one, the two belong together.
 */
export function birthProblems(schema: FormSchema, values: FormValues, today: string): PersonProblem[] {
  return personProblems(schema, values, today).filter(({ code }) => code !== 'other-sex' && code !== 'unborn')
}

/** Days of birth, the sex and the days of a life, held against the id number of the same person. */
export function personProblems(schema: FormSchema, values: FormValues, today: string): PersonProblem[] {
  const asked = askedFields(schema, values)
  return asked.flatMap((field) => {
    const value = values[field.name]
    if (typeof value !== 'string' || value === '') return []
    const code = faultBeside(field, value, idBeside(field, asked, values)?.number, today)
    if (code === undefined) return []
    const beside = idBeside(field, asked, values)?.label ?? ''
    return [{ field: field.name, code, message: personErrorWords[code](field, beside) }]
  })
}

function faultBeside(
  field: FormField,
  value: string,
  id: string | undefined,
  today: string,
): PersonErrorCode | undefined {
  if (isSex(field)) return id === undefined || sexOf(id) === value ? undefined : 'other-sex'
  if (!isDay(value)) return undefined
  if (isBirth(field)) {
    if (value > today) return 'not-born-yet'
    return id === undefined || birthdayOf(id) === value ? undefined : 'other-birth'
  }
  return isOfALife(field) && id !== undefined && value < birthdayOf(id) ? 'unborn' : undefined
}

export function isBirth({ type, label }: FormField): boolean {
  return type === 'date' && label.includes('出生')
}

export function isSex({ type, label, options = [] }: FormField): boolean {
  const offered = options.map(({ value }) => value)
  return (
    type === 'choice' && label.includes('性别') && ['male', 'female'].every((sex) => offered.includes(sex))
  )
}

/** A house may be older than whoever lives in it; these days only come to somebody who is born. */
function isOfALife({ type, label }: FormField): boolean {
  return (
    type === 'date' && /结婚|离婚|入伍|退役|入学|毕业|参加工作|没有工作|失业|退休|病故|去世|死亡/.test(label)
  )
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
