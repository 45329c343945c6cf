export { caseRefusalWords } from './words/refusals.ts'
export { ACT_TITLES, CLOCK_TITLES, ROLE_TITLES, STATE_TITLES, STEP_TITLES } from './words/titles.ts'
export { PAPER_TITLES } from './words/titles.ts'
export { tell } from './words/story.ts'
