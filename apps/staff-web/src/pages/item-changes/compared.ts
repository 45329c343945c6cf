import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { compareWords as words } from './dialog-words.ts'
import { namedAt, placedAt, valueAt } from './draft.ts'
import { fieldsOfPart, partForm, type ItemField } from './fields.ts'
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
export function comparedParts(before: ItemVersion, now: ItemVersion): { part: Part; rows: Compared[] }[] {
  return PARTS.flatMap((part) => {
    const rows = rowsOf(part, before, now)
    return rows.length === 0 ? [] : [{ part, rows }]
  })
}

function rowsOf(part: Part, before: ItemVersion, now: ItemVersion): Compared[] {
  const places = new Map<string, Compared>()
  for (const item of [now, before])
    for (const field of fieldsOfPart(part, item, (at) => valueAt(item, at))) {
      const at = namedAt(item, field.at)
      if (!places.has(at))
        places.set(at, {
          ...{ at, label: labelOf(part, field, item) },
          before: said(before, at, field),
          now: said(now, at, field),
        })
    }
  return [...places.values()].filter((row) => row.before !== row.now)
}

function said(item: ItemVersion, at: string, field: ItemField): string {
  const place = placedAt(item, at)
  const value = place === undefined ? undefined : valueAt(item, place)
  return value === undefined ? '' : readable(typedOf(value, field), field)
}

/** 申请材料：身份证 · 复印件几份. */
function labelOf(part: Part, { at, label }: ItemField, item: ItemVersion): string {
  const list = partForm(part, item).lines.find((each) => at.startsWith(`${each.at}/`))
  if (list === undefined) return label
  const index = at.slice(list.at.length + 1).split('/')[0]!
  return words.line(lineName(valueAt(item, `${list.at}/${index}`)), label)
}

/** A field as people call it, by its place in the item; the pointer itself where nobody asks for it. */
export function labelAt(item: ItemVersion, named: string): string {
  const at = placedAt(item, named)
  if (at === undefined || !named.startsWith('/')) return named
  for (const part of PARTS) {
    const field = fieldsOfPart(part, item, (pointer) => valueAt(item, pointer)).find((each) => each.at === at)
    if (field !== undefined) return labelOf(part, field, item)
  }
  return named
}
