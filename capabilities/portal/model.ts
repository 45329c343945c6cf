/** Rules of the portal: pure. */
export { changesOf } from './model/changes.ts'
export { answersOf, keepable } from './model/answers.ts'
export { dayKind, openNow } from './model/opening.ts'
