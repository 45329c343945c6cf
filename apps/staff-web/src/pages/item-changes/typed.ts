import type { ItemField } from './fields.ts'
import { editorWords as words } from './words.ts'

type Typed = string | readonly string[]

/** A value of an item as it stands in its field. */
export function typedOf(value: unknown, { as, type }: ItemField): Typed {
  if (as === 'lines') return ((value ?? []) as readonly string[]).join('\n')
  if (type === 'choices') return (value ?? []) as readonly string[]
  if (as === 'boolean') return value === true ? 'yes' : 'no'
  return value === undefined ? '' : String(value)
}

/** What was typed as the item has it; a number that cannot be read stays as it was typed, to be mended. */
export function valueOf(typed: Typed, { as, type, required }: ItemField): unknown {
  if (type === 'choices') return typed
  const text = String(typed)
  if (as === 'lines') return text === '' ? [] : text.split('\n')
  if (as === 'boolean') return text === 'yes'
  if (as === 'number') return numberOf(text)
  return text === '' && !required ? undefined : text
}

function numberOf(text: string): unknown {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(plain) || /^\d{1,3}\.\d{1,2}$/.test(plain) ? Number(plain) : text
}

/** Blanks around words, and lines with nothing on them, are nobody's meaning. */
export function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return (value as readonly unknown[]).map(tidied).filter((each) => each !== '')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tidied(each)]))
}

/** What has to be mended before it can be saved; nothing when all is well. */
export function problemOf(value: unknown, { label, as, required, maxLength }: ItemField): string | undefined {
  if (as === 'number') return typeof value === 'number' ? undefined : words.notNumber(label)
  const empty = value === undefined || (Array.isArray(value) ? value.join('').trim() === '' : value === '')
  if (empty) return required ? words.missing(label) : undefined
  const text = typeof value === 'string' ? value : ''
  return maxLength !== undefined && text.length > maxLength ? words.tooLong(label, maxLength) : undefined
}
