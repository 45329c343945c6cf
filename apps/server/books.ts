import { bookcase, type Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import { agencyBooks, type AgencyBooks } from '#capabilities/agency/index.ts'
import { handledSince, runningCases, type CaseMeans } from '#capabilities/case/index.ts'
import { catalogueBooks, delegationBooks, type Workload } from '#capabilities/catalogue/index.ts'
import { organisationBooks } from '#capabilities/organisation/index.ts'
import { guideBooks } from '#capabilities/guide/index.ts'
import { lateByPlace } from '#capabilities/supervision/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { referencesOf } from './references.ts'

/** What the books of the capabilities may look into. */
export type BookMeans = Pick<
  CaseMeans,
  'db' | 'ledger' | 'clock' | 'files' | 'organisation' | 'catalogue' | 'posts' | 'seals'
> & { agency?: AgencyBooks }

/** Whether a body holds a seal that decisions can be made with; the catalogue stands above the register of seals. */
export const hasSealOf =
  ({ seals }: Pick<CaseMeans, 'seals'>) =>
  async (area: string, body: string, day: string): Promise<boolean> =>
    (await seals.inForce(area, day, false)).some(
      ({ holder, purpose, state }) => holder === body && purpose === 'decision' && state === 'in-use',
    )

/** How much came from where, for the catalogue, which stands above the cases. */
export const workloadOf = (db: Queryable): Workload => ({
  handled: (area, since) => handledSince(db, area, since),
  late: (area, period) => lateByPlace(db, area, period),
})

/** Every book (台账) of the house, each from the capability it belongs to. */
export const allBooks = (means: BookMeans): Book[] => [
  ...organisationBooks({ ...means, running: (area, asked) => runningCases(means.db, area, asked) }),
  ...catalogueBooks(means),
  ...delegationBooks({ ...means, hasSeal: hasSealOf(means) }),
  ...guideBooks(means),
  ...Object.values(means.agency ?? agencyBooks(undefined)),
]

/** One of them, for whoever writes in it without a person; naming one that is not there is a fault. */
export const bookNamed =
  (shelf: readonly Book[]) =>
  (kind: string): Book => {
    const found = shelf.find((book) => book.kind === kind)
    if (found === undefined) throw new Error(`there is no book ${kind}`)
    return found
  }

export function booksOf(means: BookMeans): Books {
  return bookcase({
    ...means,
    references: referencesOf(means),
    calendarOf: (area) => means.organisation.calendarOf(area),
    books: allBooks(means),
  })
}
