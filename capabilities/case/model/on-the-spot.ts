import { decideFrom } from '../actions/decide.ts'
import { endVisit, leaveOpen } from '../actions/visit.ts'
import { caseProcedure } from './skeleton.ts'
import { open } from './states.ts'
import { visitTimers } from './visit.ts'

/**
 * On-the-spot matters (即办件): accepted and decided in one visit. 行政许可法第三十四条第二款: papers complete and in due
 * form, and the body able to decide at once, then it shall decide at once and in writing. Nobody reviews in between; whoever
 * decides looks at the papers. A visit that ends without a decision needs a reason (CAS-10).
 */
export const onTheSpot = caseProcedure({
  name: 'on-the-spot',
  states: { accepted: open(['approver'], 'promised') },
  actions: [leaveOpen, endVisit, ...decideFrom('accepted')],
  timers: visitTimers,
})
