import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { compareWords as words } from './dialog-words.ts'
import { namedAt, placedAt, valueAt } from './draft.ts'
import { fieldsOfPart, linesWithin, partForm, type ItemField } from './fields.ts'
import { lineName } from './line-name.ts'
import { readable } from './readable.ts'
import { PARTS, type Part } from './search.ts'
import { typedOf } from './typed.ts'

/** One field that is otherwise in the draft, in words; empty where nothing stands. */
export interface Compared {
  at: string
  label: string
  before: string
  now: string
}

/** What differs, part by part. A line that only moved is the same line, where lines have names of their own. */
export function comparedParts(
  before: ItemVersion,
  now: ItemVersion,
  offering: (field: ItemField) => ItemField = (field) => field,
): { part: Part; rows: Compared[] }[] {
  return PARTS.flatMap((part) => {
    const rows = rowsOf(part, before, now, offering)
    return rows.length === 0 ? [] : [{ part, rows }]
  })
}

function rowsOf(
  part: Part,
  before: ItemVersion,
  now: ItemVersion,
  offering: (field: ItemField) => ItemField,
): Compared[] {
  const places = new Map<string, Compared>()
  for (const item of [now, before])
    for (const field of fieldsOfPart(part, item, (at) => valueAt(item, at))) {
      const at = namedAt(item, field.at)
      if (!places.has(at))
        places.set(at, {
          ...{ at, label: labelOf(part, field, item) },
          before: said(before, at, offering(field)),
          now: said(now, at, offering(field)),
        })
    }
  return [...places.values()].filter((row) => row.before !== row.now)
}

function said(item: ItemVersion, at: string, field: ItemField): string {
  const place = placedAt(item, at)
  const value = place === undefined ? undefined : valueAt(item, place)
  return value === undefined ? '' : readable(typedOf(value, field), field)
}

/** 身份证：复印件几份; a line within a line is named after both. */
export function labelOf(part: Part, { at, label }: ItemField, item: ItemVersion): string {
  const lines = linesWithin(partForm(part, item).lines, item, (pointer) => valueAt(item, pointer))
  return lines
    .filter(({ line }) => at.startsWith(`${line}/`))
    .toReversed()
    .reduce((said, { line, list }) => {
      const name = lineName(valueAt(item, line))
      if (name === '') return words.line(`${list.title}${Number(line.split('/').at(-1)) + 1}`, said)
      return words.line(list.of === undefined ? name : words.line(list.of, name), said)
    }, label)
}

/**
 * A field as people call it, by its place in the item or in the one it was before; of a line, what the line is called; the pointer itself
 * where nobody asks for it.
 */
export function labelAt(item: ItemVersion, named: string, before: ItemVersion = item): string {
  if (!named.startsWith('/')) return named
  for (const each of [item, before]) {
    const at = placedAt(each, named.replace(/\/-$/, ''))
    const found = at === undefined ? undefined : labelIn(each, at)
    if (found !== undefined) return found
  }
  return named
}

function labelIn(item: ItemVersion, at: string): string | undefined {
  const valueIn = (pointer: string) => valueAt(item, pointer)
  for (const part of PARTS) {
    const fields = fieldsOfPart(part, item, valueIn)
    const field =
      fields.find((each) => each.at === at) ??
      fields.find((each) => each.as !== 'part' && at.startsWith(`${each.at}/`))
    if (field !== undefined) return labelOf(part, field, item)
    const { lines } = partForm(part, item)
    const within = linesWithin(lines, item, valueIn).find(({ line }) => line === at)
    const list = within?.list ?? lines.find((each) => each.at === at)
    if (list !== undefined) return lineName(valueAt(item, within?.line ?? '')) || list.title
  }
  return undefined
}
