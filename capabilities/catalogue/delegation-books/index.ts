import type { Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { CatalogueReader } from '../store.ts'
import { batchBook } from './batch.ts'
import { guidingLineBook } from './guiding/line.ts'
import { GUIDING_COUNTIES, GUIDING_FACTS, guidingCounties } from './guiding/tell.ts'
import { judgementBook } from './judgement.ts'
import type { DelegationMeans } from './means.ts'
import { DELEGATION_POWERS, delegationPowers, POWER_FACTS } from './powers.ts'
import { receptionBook } from './reception.ts'
import { lineBook } from './sorting/line.ts'
import { SORTING, SORTING_FACTS, sortingJobs } from './sorting/jobs.ts'
import { roundBook } from './sorting/round.ts'
import { trainingBook } from './training.ts'

export type DelegationBookMeans = DelegationMeans & { catalogue: Pick<CatalogueReader, 'itemsInForce'> }

function shelf(means: DelegationBookMeans) {
  const bodyNames = async (area: string) =>
    new Map((await means.organisation.bodies(area, '9999-12-30')).map(({ id, shortName }) => [id, shortName]))
  return {
    batch: batchBook(means),
    reception: receptionBook(means),
    training: trainingBook(means),
    judgement: judgementBook(means),
    guidingLine: guidingLineBook(means.organisation),
    round: roundBook({ db: means.db, bodyNames }),
    line: lineBook(means),
  }
}

/** Books (台账) of what is handed down, and of how the lists it rests on come about. Lists by version stand in `lists/kinds.ts`. */
export const delegationBooks = (means: DelegationBookMeans): Book[] =>
  Object.values(shelf(means)) as unknown as Book[]

/** Reactions to what is written in them. */
export function delegations(means: DelegationBookMeans & { ledger: Ledger; books: Books }) {
  const books = shelf(means)
  return {
    register(worker: Worker): void {
      delegationPowers(worker, means, books.reception)
      guidingCounties(worker, means, books.guidingLine as unknown as Book<never>)
      sortingJobs(worker, means, books as never)
    },
  }
}

export function delegationSubscribers(kind: string): readonly string[] {
  if (POWER_FACTS.includes(kind)) return [DELEGATION_POWERS]
  if (GUIDING_FACTS.includes(kind)) return [GUIDING_COUNTIES]
  return SORTING_FACTS.includes(kind) ? [SORTING] : []
}
