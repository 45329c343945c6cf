/** Rules of the portal: pure. */
export { changesOf } from './model/changes.ts'
export { answersOf, keepable } from './model/answers.ts'
export { dayKind, openNow } from './model/opening.ts'
export { papersAsked } from './model/papers.ts'
export { paperRefused, refusedPapers } from './model/refused-papers.ts'
export { isPostal, postalProblems } from './model/postal.ts'
export { answersToKeep, holderOf, reusableAnswers, reuseCount, stillReused } from './model/reuse.ts'
