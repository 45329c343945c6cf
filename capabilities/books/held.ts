import type { LegalDay } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Book } from './model/book.ts'
import type { Entry } from './model/entry.ts'
import { entryReader, NO_DAY, type EntryQuery } from './store.ts'

/** An entry for the capability whose book it is, with the days on which it holds. */
export interface Held<B extends object> {
  id: string
  entry: Entry<B>
  from?: LegalDay
  to?: LegalDay
}

export interface HeldQuery extends Pick<EntryQuery, 'state' | 'item' | 'place' | 'body' | 'key'> {
  area: string
  /** Only what holds on this day. */
  on?: LegalDay
  /** Only what has not ended. */
  open?: boolean
}

/** What entries of a book are called, whatever became of them. */
export async function titlesIn(
  db: Queryable,
  { area, book, ids }: { area: string; book: string; ids: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; title: string }>(TITLES, [area, book, ids])
  return new Map(rows.map(({ id, title }) => [id, title]))
}

const TITLES = {
  name: 'books.titles',
  text: 'SELECT id, title FROM books.entry WHERE area_code = $1 AND book = $2 AND id::text = ANY($3)',
}

const ALL = 20_000

/** What is written in a book, for the rules that rest on it; nobody's sight narrows it. */
export async function held<B extends object>(
  db: Queryable,
  book: Pick<Book<B>, 'kind' | 'records'>,
  query: HeldQuery,
): Promise<Held<B>[]> {
  const { area, on, open = false, ...filter } = query
  const rows = await entryReader(db).list({
    ...{ area, book: book.kind, sight: { everythingInArea: area }, limit: ALL, openOnly: open, ...filter },
    ...(on === undefined ? {} : { inForceOn: on }),
  })
  return rows.map(({ id, dossier, fromDay, toDay }) => ({
    id,
    // The table keeps entries of every book; this one's acts wrote it in this shape.
    entry: dossier as Entry<B>,
    ...(fromDay === null ? {} : { from: fromDay }),
    ...(fromDay === null || toDay === NO_DAY ? {} : { to: toDay }),
  }))
}
