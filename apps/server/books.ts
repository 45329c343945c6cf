import { bookcase, type Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import { agencyBooks, type AgencyBooks } from '#capabilities/agency/index.ts'
import type { CaseMeans } from '#capabilities/case/index.ts'
import { catalogueBooks, delegationBooks } from '#capabilities/catalogue/index.ts'
import { organisationBooks } from '#capabilities/organisation/index.ts'
import { guideBooks } from '#capabilities/guide/index.ts'
import { referencesOf } from './references.ts'

/** What the books of the capabilities may look into. */
export type BookMeans = Pick<
  CaseMeans,
  'db' | 'ledger' | 'clock' | 'organisation' | 'catalogue' | 'posts' | 'seals'
> & { agency?: AgencyBooks }

/** Whether a body holds a seal that decisions can be made with; the catalogue stands above the register of seals. */
export const hasSealOf =
  ({ seals }: Pick<CaseMeans, 'seals'>) =>
  async (area: string, body: string, day: string): Promise<boolean> =>
    (await seals.inForce(area, day, false)).some(
      ({ holder, purpose, state }) => holder === body && purpose === 'decision' && state === 'in-use',
    )

/** Every book (台账) of the house, each from the capability it belongs to. */
export const allBooks = (means: BookMeans): Book[] => [
  ...organisationBooks(means),
  ...catalogueBooks(means),
  ...delegationBooks({ ...means, hasSeal: hasSealOf(means) }),
  ...guideBooks(means),
  ...Object.values(means.agency ?? agencyBooks(undefined)),
]

export function booksOf(means: BookMeans): Books {
  return bookcase({
    ...means,
    references: referencesOf(means),
    calendarOf: (area) => means.organisation.calendarOf(area),
    books: allBooks(means),
  })
}
