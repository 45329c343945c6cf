import type { Process, ProcessStep } from './process.ts'

/** The law fixes the order of the steps (行政许可法第三十二条至第四十四条). */
export const STEP_ORDER = ['accept', 'survey', 'review', 'decide', 'issue'] as const

export const DECIDED_HERE = ['accept', 'decide', 'issue'] as const
/** Where somebody above decides (转报), there is nothing to issue here, and something to examine. */
const DECIDED_ABOVE = ['accept', 'review', 'decide'] as const

/** Steps that no process does without. */
export const neededSteps = ({ forwardsTo }: Process): readonly ProcessStep['step'][] =>
  forwardsTo === undefined ? DECIDED_HERE : DECIDED_ABOVE
