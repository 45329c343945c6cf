import { inputCheck } from '#capabilities/acts/input-check.ts'
import { RECTIFICATION_ACTIONS } from '../model/poor-rating.ts'

/** What is wrong with an act's input, under the titles its schema gives to the fields. */
export const inputProblems = inputCheck(RECTIFICATION_ACTIONS)
