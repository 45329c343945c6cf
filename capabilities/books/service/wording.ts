import type { TObject } from 'typebox'
import { legalDay, type Instant } from '#engine/day.ts'
import { day as dayText } from '#ui/format/day.ts'
import type { EntryRow } from '../contract/book.ts'
import type { Book } from '../model/book.ts'
import { referencesIn, shapesOf, type FieldShape, type Reference } from '../model/fields.ts'
import { NO_DAY, type EntryRecord } from '../store.ts'
import { bookWords as words } from '../words.ts'
import type { References } from './means.ts'

export type Names = ReadonlyMap<string, string>

const keyOf = (to: Reference, id: string): string => `${to} ${id}`

/** Names of everything these records point at, one question for each kind. */
export async function namesIn(
  references: References,
  { area, day, records }: { area: string; day: string; records: readonly (readonly [TObject, object])[] },
): Promise<Names> {
  const found = records.flatMap(([schema, body]) => referencesIn(schema, body))
  const kinds = [...new Set(found.map(({ to }) => to))]
  const named = await Promise.all(
    kinds.map(async (to) => {
      const ids = [...new Set(found.filter((each) => each.to === to).map(({ id }) => id))]
      const names = await references.names(area, to, ids, day)
      return [...names].map(([id, name]): [string, string] => [keyOf(to, id), name])
    }),
  )
  return new Map(named.flat())
}

/** A value as people read it. */
export function textOf(shape: FieldShape, value: unknown, names: Names): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return severalText(value.map((each) => textOf(shape.items ?? {}, each, names)))
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const text = typeof value === 'object' ? nameOf(value) : String(value)
  if (shape.file !== undefined) return words.photo
  if (shape.ref !== undefined) return names.get(keyOf(shape.ref, text)) ?? text
  if (shape.format === 'date') return dayText(text)
  return shape.names?.[text] ?? text
}

const SHOWN = 12

/** A long list is told by its first lines and how many there are. */
const severalText = (texts: readonly string[]): string =>
  texts.length <= SHOWN ? texts.join('、') : `${texts.slice(0, SHOWN).join('、')}等${texts.length}项`

const nameOf = (value: object): string =>
  'name' in value && typeof value.name === 'string' ? value.name : JSON.stringify(value)

/** What is recorded, label by label; what is empty is left out. */
export function recordText(
  schema: TObject,
  body: object,
  names: Names,
  photoUrl?: (id: string) => string,
): { label: string; text: string; photos?: string[]; change?: string }[] {
  const values = body as Readonly<Record<string, unknown>>
  return shapesOf(schema).flatMap(([name, shape]) => {
    const text = textOf(shape, values[name], names)
    // A plain id tells nobody anything; its name, as it read on the day, is the next line.
    const named = shape.ref === undefined && values[`${name}Name`] !== undefined
    if (text === '' || named) return []
    const shown = photoUrl !== undefined && (shape.file ?? shape.items?.file) !== undefined
    const photos = shown ? { photos: [values[name]].flat().map((id) => photoUrl(String(id))) } : {}
    const change = shape.ref === 'change' ? { change: String(values[name]) } : {}
    return [{ label: shape.title ?? name, text, ...photos, ...change }]
  })
}

export function rowOf(
  book: Book,
  { id, dossier, title, dueDay, fromDay, toDay }: EntryRecord,
  names: Names,
  now: Instant,
): EntryRow {
  const { state, body, version } = dossier
  const { title: stateText, tone = 'plain' } = book.states[state] ?? { title: state }
  const shapes = new Map(shapesOf(book.body))
  const values = body as Readonly<Record<string, unknown>>
  // Ended on its first day or before it, it never held a day; “23 November to 22 November” is none.
  const heldAtAll = fromDay !== null && fromDay <= toDay
  return {
    ...{ id, title, state, stateText, tone, version, late: dueDay < legalDay(now) },
    cells: book.columns.map((name) => textOf(shapes.get(name) ?? {}, values[name], names)),
    ...(dueDay === NO_DAY ? {} : { dueDay }),
    ...(heldAtAll ? { from: fromDay } : {}),
    ...(heldAtAll && toDay !== NO_DAY ? { to: toDay } : {}),
  }
}
