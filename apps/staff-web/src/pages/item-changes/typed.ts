import type { Answer, FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ItemField } from './fields.ts'
import { editorWords as words } from './words.ts'

type Typed = string | readonly string[]
type Options = NonNullable<FormField['options']>
type Term = NonNullable<ItemVersion['result']['term']>

/** A value of an item as it stands in its field. */
export function typedOf(value: unknown, { as, type }: Pick<ItemField, 'as' | 'type'>): Typed {
  switch (as) {
    case 'lines':
      return ((value ?? []) as readonly string[]).join('\n')
    case 'options':
      return ((value ?? []) as Options).map(({ label }) => label).join('\n')
    case 'shown':
      return value === undefined ? '' : pairsOf([value as Answer])[0]!
    case 'answer':
      return value === undefined ? [] : pairsOf([value as Answer])
    case 'answers':
      return pairsOf((value ?? []) as readonly Answer[])
    case 'term':
      return (value as Term | undefined)?.kind ?? ''
    case 'boolean':
      return value === true ? 'yes' : 'no'
    case 'part':
      return value === undefined ? 'no' : 'yes'
    case 'yes-unless-said':
      return value === false ? 'no' : 'yes'
    default:
      if (type === 'choices') return (value ?? []) as readonly string[]
      return value === undefined ? '' : String(value)
  }
}

/** What was typed as the item has it; a number that cannot be read stays as it was typed, to be mended. */
export function valueOf(typed: Typed, field: ItemField, before?: unknown): unknown {
  const { as, type, required, blank } = field
  const text = String(typed)
  switch (as) {
    case 'lines':
      return text === '' ? [] : text.split('\n')
    case 'options':
      return optionsOf(text, (before ?? []) as Options)
    case 'shown':
      return text === '' ? undefined : answersOf([text])[0]
    case 'answer':
      return lastQuestion(typed as readonly string[], before as Answer | undefined)
    case 'answers':
      return !required && typed.length === 0 ? undefined : answersOf(typed as readonly string[])
    case 'term':
      return text === '' ? undefined : termOf(text as Term['kind'], before as Term | undefined)
    case 'boolean':
      return text === 'yes'
    case 'part':
      return text === 'yes' ? (before ?? blank) : undefined
    case 'set':
      return typed
    case 'yes-unless-said':
      return text === 'yes' ? undefined : false
    case 'number':
      return text === '' && !required ? undefined : numberOf(text)
    default:
      if (type === 'choices') return !required && typed.length === 0 ? undefined : typed
      return text === '' && !required ? undefined : text
  }
}

const pairsOf = (answers: readonly Answer[]): string[] =>
  answers.flatMap(({ field, equals }) => [equals].flat().map((value) => `${field}=${value}`))

/** Answers of one question are one answer with several values. */
function answersOf(pairs: readonly string[]): Answer[] {
  const found = new Map<string, string[]>()
  for (const pair of pairs) {
    const [field = '', ...rest] = pair.split('=')
    found.set(field, [...(found.get(field) ?? []), rest.join('=')])
  }
  return [...found].map(([field, values]) => ({ field, equals: values.length === 1 ? values[0]! : values }))
}

/** A paper hangs on one question: whoever ticks an answer of another one means that one now. */
function lastQuestion(pairs: readonly string[], before: Answer | undefined): Answer | undefined {
  const answers = answersOf(pairs)
  return answers.find(({ field }) => field !== before?.field) ?? answers[0]
}

/** Options keep the value that cases know them by, as long as the line is the same or stands in the same place. */
function optionsOf(text: string, before: Options): Options {
  if (text === '') return []
  const labels = text.split('\n')
  const same = labels.length === before.length
  const taken = new Set(before.map(({ value }) => value))
  return labels.map((label, index) => {
    const known = before.find((option) => option.label === label) ?? (same ? before[index] : undefined)
    return { value: known?.value ?? freeValue(taken), label }
  })
}

function freeValue(taken: Set<string>): string {
  let next = taken.size + 1
  while (taken.has(`o${next}`)) next += 1
  taken.add(`o${next}`)
  return `o${next}`
}

function termOf(kind: Term['kind'], before: Term | undefined): unknown {
  const basis = before?.basis ?? ''
  if (kind === 'span') return { kind, amount: 5, unit: 'year', basis }
  return kind === 'until' ? { kind, day: '', basis } : { kind, basis }
}

function numberOf(text: string): unknown {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(plain) || /^\d{1,3}\.\d{1,2}$/.test(plain) || /^\d{5,9}$/.test(plain)
    ? Number(plain)
    : text
}

/** Blanks around words, and lines with nothing on them, are nobody's meaning. */
export function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value))
    return (value as readonly unknown[]).map(tidied).filter((each) => each !== '' && !isEmptyOption(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tidied(each)]))
}

const isEmptyOption = (each: unknown): boolean =>
  typeof each === 'object' &&
  each !== null &&
  Object.keys(each).join() === 'value,label' &&
  (each as Options[number]).label === ''

/** What has to be mended before it can be saved; nothing when all is well. */
export function problemOf(
  value: unknown,
  { label, as, required, maxLength, type }: ItemField,
): string | undefined {
  if (value === undefined && !required) return undefined
  if (as === 'part') return undefined
  if (as === 'number') return typeof value === 'number' ? undefined : words.notNumber(label)
  if (type === 'date' && value !== undefined)
    return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? undefined : words.notDay(label)
  const typed = typedOf(value, { as, type } as Pick<ItemField, 'as' | 'type'>)
  const empty = (typeof typed === 'string' ? typed : typed.join('')).trim() === ''
  if (empty) return required ? words.missing(label) : undefined
  const text = typeof value === 'string' ? value : ''
  return maxLength !== undefined && text.length > maxLength ? words.tooLong(label, maxLength) : undefined
}
