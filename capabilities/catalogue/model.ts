export { itemProblems, type ItemProblem } from './model/consistency.ts'
export { CHECKS } from './gate/checks.ts'
export {
  CHECK_GROUPS,
  offersOf,
  type Around,
  type Check,
  type CheckGroup,
  type Offers,
  type Severity,
} from './gate/check.ts'
export { judge, severityOf, type Finding, type Judgement, type Severities } from './gate/judge.ts'
export { gateProblems } from './gate/severities.ts'
export { SEVERITY_TITLES } from './words/gate.ts'
export { countsFrom, promisedSentence, statutorySentence } from './words/promise.ts'
export { itemChange } from './authoring/model/item-change.ts'
export type { Difference } from './authoring/difference.ts'
export { differences } from './authoring/differences.ts'
export { easing, isEasier, type Easing } from './authoring/easing.ts'
export {
  elementFlaws,
  elementOf,
  elementsOf,
  labelsOf,
  localElementFaults,
  withLocalElements,
  type Elements,
} from './model/elements.ts'
export {
  checkMerged,
  joinAnswers,
  mergeForms,
  splitAnswers,
  type FormOfItem,
  type MergedForm,
} from './model/merged-form.ts'
export { standardPaper } from './model/standard-paper.ts'
export { applies, type Applies } from './model/applicability.ts'
export { grantsOf } from './model/grants.ts'
export {
  calledOf,
  itemsOfScene,
  mattersBeside,
  navigationOf,
  plainNames,
  servesWho,
  undertakingsOf,
  undertakingGaps,
} from './model/navigation.ts'
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
export { layerPlace } from './model/layers.ts'
export { differencesFromAbove, type SameSet } from './model/layers/same.ts'
export { targetedPlaces } from './model/targeted.ts'
export { applicantWords } from './model/applicants.ts'
