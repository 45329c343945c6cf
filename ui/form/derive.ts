import type { FormSchema } from '#capabilities/catalogue/contract.ts'
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

/** The same values with empty answers filled from id numbers and from the village chosen for the whole matter. */
export function filledIn(schema: FormSchema, values: FormValues, region?: string): FormValues {
  const filled: Record<string, FieldValue> = { ...values }
  const known = { ...regionsOf(schema, region), ...readOffId(schema, values) }
  for (const [name, value] of Object.entries(known)) if (isEmpty(filled[name])) filled[name] = value
  return filled
}

function regionsOf({ fields }: FormSchema, region: string | undefined): Record<string, string> {
  const asking = fields.filter(({ type }) => type === 'region')
  // Where a form asks for two places they are not the same one.
  return region === undefined || asking.length !== 1 ? {} : { [asking[0]!.name]: region }
}
