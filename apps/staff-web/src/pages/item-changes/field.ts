import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { fieldWords as words } from './field-words.ts'

/** One thing an item says, at its place in the version. */
export interface ItemField {
  at: string
  label: string
  type: FormField['type']
  required: boolean
  /** How it stands in the version; left out, as text. */
  as?: FieldCodec
  hint?: string
  maxLength?: number
  options?: readonly { value: string; label: string }[]
  /** Of something an item has or has not: what it begins with. */
  blank?: unknown
  /** What leaving the choice open means, in the words of the field. */
  none?: string
  /** Options that the area itself has. */
  offered?: 'bodies' | 'standards'
  /** Few items need it: it stands folded below the others until something stands there. */
  rare?: boolean
  /** Filled in together with others, under one name; folded once nothing is missing. */
  group?: FieldGroup
}

export interface FieldGroup {
  title: string
  note: string
}

/**
 * `lines`: one entry a line; `options`: what a question offers, one a line; `answer` and `answers`: answers of the form by which something
 * holds; `term`: how long a result holds, by its kind; `part`: there or not, as a whole; `set`: several, none
 * as well; `yes-unless-said`: only its “no” is written down.
 */
export type FieldCodec =
  | 'number'
  | 'lines'
  | 'boolean'
  | 'options'
  | 'shown'
  | 'answer'
  | 'answers'
  | 'term'
  | 'part'
  | 'set'
  | 'yes-unless-said'

/** A list of lines with several parts each. */
export interface ItemLines {
  at: string
  title: string
  /** What one line is called: 材料. */
  one: string
  /** What its lines are lines of, where another list of the part has lines of the same name: 变更. */
  of?: string
  /** Says above the list what its lines have to do with the law. */
  note?: string
  /** The order is the law's: none moves, and which lines may come and go the item itself says. */
  lawful?: {
    addable(item: ItemVersion): readonly { label: string; line: unknown }[]
    inOrder(lines: readonly unknown[]): readonly unknown[]
    mayGo(line: unknown, item: ItemVersion): boolean
  }
  /** Lines that are picked from what others have written. */
  pick?: 'materials' | 'elements'
  /** The order says nothing. */
  unordered?: boolean
  /** Without lines the list itself is left out. */
  optional?: boolean
  fields: (line: string, value: unknown, item: ItemVersion) => readonly ItemField[]
  /** Lists within a line. */
  below?: (line: string, value: unknown, item: ItemVersion) => readonly ItemLines[]
  blank: (item: ItemVersion) => unknown
}

export interface PartForm {
  fields: readonly ItemField[]
  lines: readonly ItemLines[]
}

export const text = (
  at: string,
  label: string,
  maxLength: number,
  more: Partial<ItemField> = {},
): ItemField => ({
  ...{ at, label, type: maxLength > 200 ? 'long-text' : 'text', required: true, maxLength },
  ...more,
})
export const lines = (at: string, label: string, required = true): ItemField => ({
  ...{ at, label, type: 'long-text', required, as: 'lines', hint: words.perLine },
})
export const number = (at: string, label: string, more: Partial<ItemField> = {}): ItemField => ({
  ...{ at, label, type: 'integer', required: true, as: 'number' },
  ...more,
})
export const choice = (
  at: string,
  label: string,
  titles: Readonly<Record<string, string>>,
  more: Partial<ItemField> = {},
): ItemField => ({
  ...{ at, label, type: 'choice', required: true, options: optionsOf(titles) },
  ...more,
})
export const several = (
  at: string,
  label: string,
  titles: Readonly<Record<string, string>>,
  more: Partial<ItemField> = {},
): ItemField => ({ ...choice(at, label, titles), type: 'choices', ...more })
export const yesNo = (at: string, label: string, more: Partial<ItemField> = {}): ItemField => ({
  ...{ at, label, type: 'yes-no', required: true, as: 'boolean' },
  ...more,
})
export const optional = { required: false } as const
export const rare = { required: false, rare: true } as const

/** Something the item has or has not; with it come the fields that say more. */
export const part = (
  at: string,
  label: string,
  blank: unknown,
  more: Partial<ItemField> = {},
): ItemField => ({
  ...{ at, label, type: 'yes-no', required: false, as: 'part', blank },
  ...more,
})
/** Any number of the lines of a list that stands elsewhere in the item; none is an answer too. */
export const anyOf = (
  at: string,
  label: string,
  titles: Readonly<Record<string, string>>,
  more: Partial<ItemField> = {},
): ItemField => ({ ...several(at, label, titles), as: 'set', ...optional, ...more })

export function optionsOf(titles: Readonly<Record<string, string>>) {
  return Object.entries(titles).map(([value, label]) => ({ value, label }))
}

/** A name nobody has to think of and nobody else draws at the same time. */
export function freshKey(before: string): string {
  const [one = 0, two = 0] = crypto.getRandomValues(new Uint16Array(2))
  return `${before}${(one * 65_536 + two).toString(36)}`
}

/** What somebody may have answered: every option of every question that offers some, as `question=option`. */
export function answersOf({ form }: ItemVersion, but?: string): { value: string; label: string }[] {
  return form.fields
    .filter(({ name }) => name !== but)
    .flatMap(({ name, label, type, options = [] }) => {
      const offered =
        type === 'yes-no' ? optionsOf(words.yesNo) : type === 'choice' || type === 'choices' ? options : []
      return offered.map((option) => ({
        value: `${name}=${option.value}`,
        label: words.answered(label, option.label),
      }))
    })
}

/** By which answers something holds; nothing to ask where the form offers none. */
export function answering(
  at: string,
  label: string,
  as: 'answer' | 'answers',
  item: ItemVersion,
  more: Partial<ItemField> = {},
): ItemField[] {
  const options = answersOf(item)
  return options.length === 0 ? [] : [{ at, label, type: 'choices', required: false, as, options, ...more }]
}
