import type { Book } from '#capabilities/books/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Organisation } from '../index.ts'
import { costBook } from './cost.ts'
import { adoptionBook, inspectionBook } from './keeping.ts'
import { authorisationBook, elsewhereBook, sectionBook } from './licensing.ts'
import { liaisonBook, taskForceBook } from './promotion.ts'
import { quotaBook } from './quota.ts'
import { standardBook } from './standard.ts'
import { windowPauseBook } from './window-pause.ts'
import { transferBook, type RunningCases } from './transfer.ts'

/** The books (台账) of the organisation, in the order a reader looks for them. */
export const organisationBooks = ({
  db,
  organisation,
  running,
}: {
  db: Queryable
  organisation: Organisation
  running: RunningCases
}): Book[] => [
  standardBook(organisation),
  adoptionBook(db, organisation),
  inspectionBook(db, organisation),
  transferBook(organisation, running),
  sectionBook(organisation),
  authorisationBook(organisation),
  elsewhereBook(organisation),
  costBook(organisation),
  windowPauseBook(organisation),
  quotaBook(organisation),
  taskForceBook(organisation),
  liaisonBook(organisation),
]
