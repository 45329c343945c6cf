import { decideFrom, returnToReview } from '../actions/decide.ts'
import { review } from '../actions/review.ts'
import { recordSurvey } from '../actions/survey.ts'
import { caseProcedure } from './skeleton.ts'
import { open } from './states.ts'

/**
 * Approval with a promised limit (承诺件): the general procedure of the licensing law, articles 29–44.
 * Which steps, roles and limits an item uses is data in its version; this skeleton is law.
 */
export const approval = caseProcedure({
  name: 'approval',
  states: {
    accepted: open(['reviewer'], 'promised'),
    reviewed: open(['approver'], 'promised'),
  },
  actions: [recordSurvey, review, returnToReview, ...decideFrom('reviewed')],
})
