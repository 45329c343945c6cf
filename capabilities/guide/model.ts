/** How an item version becomes a guide: pure, from one version to every edition. */
export { composeData, composeView, type GuideSource } from './model/compose.ts'
export { promisedSentence, statutorySentence } from './model/limits.ts'
export { faqSince } from './model/faq-since.ts'
export { flowOf } from './model/flow.ts'
export { sampleFaults, sampleValues } from './model/sample.ts'
export { isOnline, nearestFirst, offering } from './model/offering.ts'
export {
  DISCLOSURE_GROUPS,
  DISCLOSURE_TITLES,
  disclosureGaps,
  missingGroups,
  type DisclosureGap,
  type DisclosureGroup,
} from './model/disclosure.ts'
