import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { decode } from '#ui/form/decode.ts'
import type { FormValues } from '#ui/form/values.ts'

export type RawValues = Readonly<Record<string, string | readonly string[]>>

/** What was typed, read as the portal reads a posted form: full-width digits, blanks and dates come to one form. */
export function readValues(schema: FormSchema, raw: RawValues): FormValues {
  return decode(schema, {
    get: (name) => {
      const value = raw[name]
      return typeof value === 'string' ? value : null
    },
    getAll: (name) => {
      const value = raw[name]
      return Array.isArray(value) ? [...value] : []
    },
  })
}
