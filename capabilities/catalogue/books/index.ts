import type { Book } from '#capabilities/books/model.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { allLists } from '../lists/kinds.ts'
import type { ListMeans } from '../lists/kinds/means.ts'
import { entrustmentAgreement } from './entrustment-agreement.ts'
import { materialAnalysis } from './material-analysis.ts'
import { stepSinking } from './step-sinking.ts'
import { stationQuestion } from '../sinking/question.ts'
import { outsideNewsBook } from '../outside-items/news.ts'
import { residencyException } from './residency-exception.ts'

/** The books (台账) that the catalogue keeps beside its items. */
export const catalogueBooks = (means: ListMeans & { organisation: Organisation }): Book[] => [
  residencyException(means.organisation),
  entrustmentAgreement(means),
  stepSinking(means),
  stationQuestion(means),
  materialAnalysis(means.catalogue),
  outsideNewsBook(means.organisation),
  ...allLists(means),
]
