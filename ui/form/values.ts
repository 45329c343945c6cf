import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'

/**
 * What one field holds once decoded: `choices` a list, all others text in one agreed form (`yes`/`no`, `3`,
 * `1200.50`, `2026-01-05`). What could not be read stays as it was typed, to be shown again beside the message.
 */
export type FieldValue = string | readonly string[]
export type FormValues = Readonly<Record<string, FieldValue>>

export function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value.length === 0
}

/** The fields asked for these values: those whose `showWhen` holds, and whose asking field is itself asked. */
export function askedFields<F extends FormField>(
  schema: { title?: string; fields: readonly F[] },
  values: FormValues,
): F[] {
  const byName = new Map<string, FormField>(schema.fields.map((field) => [field.name, field]))
  return schema.fields.filter((field) => isAsked(field, values, byName, 0))
}

/** What is handed in: answers to questions that are asked, without empty ones and without left-overs of closed branches. */
export function answered(schema: FormSchema, values: FormValues): FormValues {
  const kept = askedFields(schema, values).filter((field) => !isEmpty(values[field.name]))
  return Object.fromEntries(kept.map((field) => [field.name, values[field.name]!]))
}

function isAsked(
  field: FormField,
  values: FormValues,
  byName: ReadonlyMap<string, FormField>,
  depth: number,
): boolean {
  const { showWhen } = field
  if (!showWhen) return true
  const asking = byName.get(showWhen.field)
  // A ring of conditions can never be met; the depth of the form bounds the walk.
  if (!asking || depth > byName.size) return false
  return holds(values[asking.name], showWhen.equals) && isAsked(asking, values, byName, depth + 1)
}

/** Whether an answer is, or among several holds, the wanted one. */
export function holds(value: FieldValue | undefined, wanted: string): boolean {
  if (value === undefined) return false
  if (typeof value !== 'string') return value.includes(wanted)
  return value === wanted || (isYesNo(value) && value === yesNo(wanted))
}

/** How forms, imports and conditions write a yes or a no. */
export function yesNo(word: string): 'yes' | 'no' | undefined {
  if (['yes', 'true', '1', '是'].includes(word)) return 'yes'
  if (['no', 'false', '0', '否'].includes(word)) return 'no'
  return undefined
}

export function isYesNo(value: string): value is 'yes' | 'no' {
  return value === 'yes' || value === 'no'
}
