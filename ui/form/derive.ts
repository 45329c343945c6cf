import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { agreedAnswers } from './agrees.ts'
import { idBeside, isBirth, isSex } from './birth.ts'
import { birthdayOf, sexOf } from './citizen-id.ts'
import { askedFields, isEmpty, type FieldValue, type FormValues } from './values.ts'

/** Answers that stand in the id number beside them, by field: nobody has to write them down again. */
export function readOffId(schema: FormSchema, values: FormValues): Readonly<Record<string, string>> {
  const asked = askedFields(schema, values)
  const known = asked.flatMap((field): [string, string][] => {
    const read = isBirth(field) ? birthdayOf : isSex(field) ? sexOf : undefined
    const id = read && idBeside(field, asked, values)
    return id === undefined ? [] : [[field.name, read!(id.number)]]
  })
  return Object.fromEntries(known)
}

/**
 * The same values with empty answers filled from id numbers, from the village chosen for the whole matter and, for whoever says
 * which day it is, from the age.
 */
export function filledIn(
  schema: FormSchema,
  values: FormValues,
  region?: string,
  today?: string,
): FormValues {
  const read = withEmpty(values, { ...regionsOf(schema, region), ...readOffId(schema, values) })
  return today === undefined ? read : withEmpty(read, agreedAnswers(schema, read, today))
}

function withEmpty(values: FormValues, known: Readonly<Record<string, string>>): FormValues {
  const filled: Record<string, FieldValue> = { ...values }
  for (const [name, value] of Object.entries(known)) if (isEmpty(filled[name])) filled[name] = value
  return filled
}

/** The one question of a form that says where the matter falls (您家在哪, 门店在哪); none where it asks for two places or for one only sometimes. */
export function villageField({ fields }: Pick<FormSchema, 'fields'>): FormField | undefined {
  const asking = fields.filter(({ type }) => type === 'region')
  const [only] = asking
  return asking.length === 1 && only!.required && only!.showWhen === undefined ? only : undefined
}

function regionsOf({ fields }: FormSchema, region: string | undefined): Record<string, string> {
  const asking = fields.filter(({ type }) => type === 'region')
  // Where a form asks for two places they are not the same one.
  return region === undefined || asking.length !== 1 ? {} : { [asking[0]!.name]: region }
}
