import { sentAs } from '#ui/form/asked.ts'
import type { FormValues } from '#ui/form/values.ts'
import type { ActField } from './act-field.ts'

/** The answers as the act wants them; a field that cannot be read is named in `unreadable`. */
export function inputOf(
  fields: readonly ActField[],
  values: FormValues,
): { input: Record<string, unknown>; unreadable: string[] } {
  const input: Record<string, unknown> = {}
  const unreadable: string[] = []
  for (const { name, sent } of fields) {
    const value = values[name]
    if (value === undefined || value.length === 0) continue
    if (sent === 'json') {
      const parsed = parse(String(value))
      if (parsed === undefined) unreadable.push(name)
      else input[name] = parsed
    } else input[name] = sentAs(sent, value)
  }
  return { input, unreadable }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
