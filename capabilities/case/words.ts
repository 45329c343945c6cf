export { caseRefusalWords } from './words/refusals.ts'
export {
  ACT_TITLES,
  CLOCK_TITLES,
  clockTitle,
  ROLE_TITLES,
  STATE_TITLES,
  stateTitle,
  STEP_TITLES,
} from './words/titles.ts'
export { LEFT_OPEN_TITLES, PAPER_TITLES, PROCEDURE_TITLES } from './words/titles.ts'
export { tell } from './words/story.ts'
