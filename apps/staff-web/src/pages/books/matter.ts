import type { EntryDetail } from '#capabilities/books/contract/book.ts'
import { books } from '../../server/clients.ts'
import type { Matter } from '../matter/matter.ts'
import { drawn } from './act-fields.ts'

/** An entry of a book as something that is acted on. */
export function entryMatter({ book: { book, entry }, row, allowed }: EntryDetail): Matter {
  const { id, version, stateText } = row
  return {
    ...{ what: entry, stateText, version, allowed: allowed.map(drawn) },
    movedOn: ['book-entry-moved-on', 'book-not-your-step'],
    reads: { self: ['book-entry', book, id], lists: ['book', book] },
    send: (act, body, requestId) => books.actOnEntry({ params: { book, id, act }, body, requestId }),
  }
}
