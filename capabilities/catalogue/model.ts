export { itemProblems, type ItemProblem } from './model/consistency.ts'
export { rankItems } from './model/search.ts'
export { grantsOf } from './model/grants.ts'
export { domainTitles, itemTypeTitles, limitSentence } from './words.ts'
