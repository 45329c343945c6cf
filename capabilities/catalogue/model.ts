export { itemProblems, type ItemProblem } from './model/consistency.ts'
export { applies, type Applies } from './model/applicability.ts'
export { grantsOf } from './model/grants.ts'
export { domainTitles } from './contract/domains.ts'
export { itemTypeTitles, limitSentence } from './words.ts'
export {
  burdenOf,
  compareVersions,
  MEASURES,
  type Burden,
  type Change,
  type Comparison,
  type Measure,
} from './model/leaner.ts'
