import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import { isEmpty, type FieldValue, type FormValues } from './values.ts'

/**
 * Fills empty fields from what is already known by shared element (`party.name` …), so that nobody writes down
 * what the office holds (国务院 "共享可得的不得要求重复提交"). What the person has written stays.
 */
export function prefill(
  schema: FormSchema,
  known: Readonly<Record<string, FieldValue | undefined>>,
  values: FormValues = {},
): FormValues {
  const filled: Record<string, FieldValue> = { ...values }
  for (const field of schema.fields) {
    const value = field.element === undefined ? undefined : known[field.element]
    if (value !== undefined && isEmpty(filled[field.name])) filled[field.name] = value
  }
  return filled
}
