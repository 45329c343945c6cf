/** How an item version becomes a guide: pure, from one version to every edition. */
export { composeData, composeView, type GuideSource } from './model/compose.ts'
export { promisedSentence, statutorySentence } from './model/limits.ts'
export { faqSince } from './model/faq-since.ts'
export { citedLaws, citing, plainLaw, type CitedLaw } from './model/citations.ts'
export { alike, withoutNumbers } from './model/alike.ts'
export { flowOf } from './contract/flow.ts'
export { SAMPLE_REGIONS, sampleFaults, sampleValues } from './model/sample.ts'
export { isOnline, nearestFirst, offering } from './model/offering.ts'
export {
  DISCLOSURE_GROUPS,
  DISCLOSURE_TITLES,
  disclosureGaps,
  missingGroups,
  type DisclosureGap,
  type DisclosureGroup,
} from './model/disclosure.ts'
