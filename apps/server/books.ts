import { bookcase, type Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import type { CaseMeans } from '#capabilities/case/index.ts'
import { referencesOf } from './references.ts'

/** What the books of the capabilities may look into. */
export type BookMeans = Pick<CaseMeans, 'db' | 'ledger' | 'clock' | 'organisation' | 'catalogue' | 'posts'>

/** Every book (台账) of the house, each from the capability it belongs to. */
export const allBooks = (_means: BookMeans): Book[] => []

export function booksOf(means: BookMeans): Books {
  return bookcase({
    ...means,
    references: referencesOf(means),
    calendarOf: (area) => means.organisation.calendarOf(area),
    books: allBooks(means),
  })
}
