import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { LEFT_OPEN_CODES } from '../contract.ts'
import { caseAction } from './case-action.ts'

const OPEN = ['received', 'supplementing', 'refusal-proposed', 'accepted']

/** Why an on-the-spot matter was not finished in its visit (CAS-10): said before the visit ends, or owed afterwards. */
export const leaveOpen = caseAction({
  name: 'leave-open',
  from: OPEN,
  to: 'same',
  by: ['window-clerk', 'approver'],
  input: T.Object(
    { code: T.Enum([...LEFT_OPEN_CODES]), text: T.String({ minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  offered: ({ visit }) => visit !== undefined && visit.left === undefined && visit.ended?.explained !== true,
  facts: ({ input, world }) => [
    { kind: 'left-open', body: { code: input.code, text: world.seal(input.text) } },
  ],
})

/** The day of the visit is over and the matter is not: recorded with what is known of the reason. */
export const endVisit = caseAction({
  name: 'end-visit',
  from: OPEN,
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ visit, decision }) =>
    visit !== undefined && visit.ended === undefined && decision === undefined,
  refuse: ({ dossier, now }) =>
    legalDay(now) > dossier.visit!.on ? undefined : refusal('not-overdue', { basis: '即办件当次到场办结' }),
  facts: ({ dossier }) => {
    // A reason that came only the day after did not stand when the visit ended.
    const { left, on } = dossier.visit!
    const code = left?.by.day === on ? left.code : undefined
    return [{ kind: 'visit-ended', body: { explained: code !== undefined, ...(code ? { code } : {}) } }]
  },
})
