import type { CalendarSource } from '#engine/calendar/calendar.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db/db.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import type { Book, Choice } from '../model/book.ts'
import type { Reference } from '../model/fields.ts'

/** Names of what entries point at, and what may be chosen; the house gives them, for books know no catalogue. */
export interface References {
  names(
    area: string,
    to: Reference,
    ids: readonly string[],
    day: string,
  ): Promise<ReadonlyMap<string, string>>
  choices(area: string, to: Reference, day: string): Promise<readonly Choice[]>
}

export interface BooksMeans {
  db: Db
  ledger: Ledger
  calendarOf(area: string): Promise<CalendarSource>
  references: References
  /** Names of posts for the story. */
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
  books: readonly Book[]
  /** Where the pictures of entries lie. */
  files: FileStore
  clock: Clock
}

/** The books by kind. */
export function shelfOf({ books }: Pick<BooksMeans, 'books'>): ReadonlyMap<string, Book> {
  const shelf = new Map(books.map((book) => [book.kind, book]))
  if (shelf.size < books.length) throw new Error('two books have one kind')
  return shelf
}
