import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { isDay } from '../format/day.ts'
import { birthdayOf, isCitizenId } from './citizen-id.ts'
import { askedFields, isYesNo, type FieldValue, type FormValues } from './values.ts'
import { agreesWords, type AgreesErrorCode } from './words.ts'

export interface Disagreement {
  field: string
  code: AgreesErrorCode
  message: string
}

/**
 * Answers that cannot be at the age somebody has on this day. Where no answer fits, nobody is stopped: whether a person of that age
 * is entitled is decided by the office, not by its form (行政许可法第三十二条).
 */
export function disagreements(schema: FormSchema, values: FormValues, today: string): Disagreement[] {
  return askedFields(schema, values).flatMap((field) => {
    const known = ageBeside(field, schema, values, today)
    const chosen = chosenIn(values[field.name])
    if (known === undefined || chosen.every((answer) => fits(field, answer, known.age))) return []
    const fitting = answersOf(field).filter((answer) => fits(field, answer, known.age))
    if (fitting.length === 0 && field.type !== 'choices') return []
    const labels = fitting.map((answer) => labelOf(field, answer))
    const message = agreesWords['other-age'](field, known, field.type === 'choices' ? [] : labels)
    return [{ field: field.name, code: 'other-age', message }]
  })
}

/** The same values with an answer that fits the age wherever the one given does not: for forms that a program fills in. */
export function agreeing(schema: FormSchema, values: FormValues, today: string): FormValues {
  const wrong = new Set(disagreements(schema, values, today).map(({ field }) => field))
  const right = schema.fields
    .filter(({ name }) => wrong.has(name))
    .map((field): [string, FieldValue] => {
      const { age } = ageBeside(field, schema, values, today)!
      const [first = ''] = answersOf(field).filter((answer) => fits(field, answer, age))
      return [field.name, field.type === 'choices' ? [first].filter(Boolean) : first]
    })
  return { ...values, ...Object.fromEntries(right) }
}

/**
 * The one answer an age says, by field: nobody has to work out which band they are in. Never one that is merely left over
 * (残疾人 of whoever is neither old nor young), and none where several may be given.
 */
export function agreedAnswers(
  schema: FormSchema,
  values: FormValues,
  today: string,
): Readonly<Record<string, string>> {
  const agreed = askedFields(schema, values).flatMap((field): [string, string][] => {
    const known = field.type === 'choices' ? undefined : ageBeside(field, schema, values, today)
    const fitting = known === undefined ? [] : answersOf(field).filter((one) => fits(field, one, known.age))
    const [only] = fitting
    const isSaid = field.type === 'yes-no' || field.agrees?.ranges.some(({ answer }) => answer === only)
    return only !== undefined && fitting.length === 1 && isSaid ? [[field.name, only]] : []
  })
  return Object.fromEntries(agreed)
}

/** Full years (周岁): one more on the day itself, and for whoever was born on 29 February on 1 March. */
export function fullYears(birthday: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthday.slice(0, 4))
  return on.slice(4) < birthday.slice(4) ? years - 1 : years
}

interface KnownAge {
  age: number
  /** What the field is called that says so. */
  by: string
}

/** How old whoever the rule names is, as far as the form says; an unborn or unreadable day says nothing. */
function ageBeside(
  { agrees }: FormField,
  schema: FormSchema,
  values: FormValues,
  today: string,
): KnownAge | undefined {
  const beside = agrees && askedFields(schema, values).find(({ name }) => name === agrees.with)
  const said = beside && values[beside.name]
  if (beside === undefined || typeof said !== 'string') return undefined
  const birthday = beside.type === 'citizen-id' ? (isCitizenId(said) ? birthdayOf(said) : '') : said
  return isDay(birthday) && birthday <= today
    ? { age: fullYears(birthday, today), by: beside.label }
    : undefined
}

/** An answer without a range says nothing of anybody's age. */
function fits({ agrees }: FormField, answer: string, age: number): boolean {
  const range = agrees?.ranges.find((one) => one.answer === answer)
  return range === undefined || (age >= (range.from ?? 0) && age <= (range.to ?? Infinity))
}

function chosenIn(value: FieldValue | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value].flat()
}

const answersOf = ({ type, options = [] }: FormField): string[] =>
  type === 'yes-no' ? ['yes', 'no'] : options.map(({ value }) => value)

function labelOf({ type, options = [] }: FormField, answer: string): string {
  if (type === 'yes-no' && isYesNo(answer)) return answer === 'yes' ? '是' : '否'
  return options.find(({ value }) => value === answer)?.label ?? answer
}
