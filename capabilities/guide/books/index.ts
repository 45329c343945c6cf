import type { Book } from '#capabilities/books/model.ts'
import { copyDifferences } from './copy-difference.ts'
import { faqProposals } from './faq-proposal.ts'
import { lawChanges } from './law-change.ts'
import type { GuideBookMeans } from './means.ts'
import { notices } from './notice.ts'
import { printOrders } from './print-order.ts'
import { questions } from './question.ts'
import { racks } from './rack.ts'
import { revisions } from './revision.ts'

/** The books that guides bring (指南台账), in the order people meet them. */
export const guideBooks = (means: GuideBookMeans): Book[] => [
  revisions(means),
  lawChanges(means),
  questions(),
  faqProposals(means),
  racks(means),
  printOrders(means),
  copyDifferences(means),
  notices(means),
]
