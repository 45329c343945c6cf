import { askedWords } from './words.ts'
import { isEmpty, type FieldValue, type FormValues } from './values.ts'

/** A question of an act, beyond what the common form checks: how long, of what shape, and how the answer goes out. */
export interface Asked {
  name: string
  label: string
  required: boolean
  least?: number
  pattern?: { matches: string; otherwise: string }
  sent?: 'boolean' | 'number' | 'lines' | 'people'
}

/** One entry a line; people separate names as they like. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n、，,；;]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** One answer as the act wants it. */
export function sentAs(sent: Asked['sent'], value: FieldValue): unknown {
  switch (sent) {
    case 'boolean':
      return value === 'yes'
    case 'number':
      return Number(value)
    case 'lines':
    case 'people':
      return linesOf(String(value))
    case undefined:
      return value
  }
}

/** The answers as the act's input; what was left empty is left out. */
export function askedInput(fields: readonly Asked[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(({ name }) => !isEmpty(values[name]))
      .map(({ name, sent }) => [name, sentAs(sent, values[name]!)]),
  )
}

/** What is wrong with an answer that the common form lets pass. */
export function askedProblem(
  { label, least, pattern, sent, required }: Asked,
  value: FieldValue | undefined,
) {
  const text = typeof value === 'string' ? value.trim() : ''
  if (typeof value === 'object' || (!required && text === '')) return undefined
  if (least !== undefined && [...text].length < least) return askedWords.atLeast(label, least)
  if (pattern !== undefined && !new RegExp(pattern.matches, 'u').test(text)) return pattern.otherwise
  if (sent === 'people' && new Set(linesOf(text)).size < 2) return askedWords.twoPeople(label)
  return undefined
}
