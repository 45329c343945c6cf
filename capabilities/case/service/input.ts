import { inputCheck } from '#capabilities/acts/input-check.ts'
import { joinedWords } from '../chapters/words.ts'
import { ACTIONS } from '../model.ts'

/** What is wrong with an act's input, under the names its form gives to the fields. */
export const inputProblems = inputCheck(ACTIONS, (act, field) => {
  const fields = joinedWords('acts')[act]?.fields
  return Array.isArray(fields) ? fields.find(({ name }) => name === field)?.label : undefined
})
