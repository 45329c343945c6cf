import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { CONTACTS, FINDINGS } from '../contract/rectification.ts'
import { appealClock, end, overrun, stopForReview } from '../model/limits.ts'
import { FIELD_TITLES } from '../words/rectification.ts'
import { rectificationAction, servedBars } from './rectification-action.ts'

/** Verification (核实): what happened, and whether the rating stands. What is called untrue or mistaken goes to a supervisor. */
export const verify = rectificationAction({
  name: 'verify',
  from: ['to-verify'],
  to: ['rectifying', 'appeal-review'],
  by: ['director'],
  input: T.Object(
    {
      contact: T.Optional(T.Enum([...CONTACTS], { title: FIELD_TITLES.contact })),
      finding: T.Enum([...FINDINGS], { title: FIELD_TITLES.finding }),
      text: T.String({ title: FIELD_TITLES.found, minLength: 4, maxLength: 1000 }),
    },
    { additionalProperties: false },
  ),
  bars: servedBars,
  refuse: ({ dossier: { anonymous }, input: { contact, finding } }) => {
    // Looking for the giver of an anonymous rating is what the rule forbids (不得泄露评价人信息).
    if (anonymous && contact !== undefined) return refusal('rater-anonymous')
    if (!anonymous && contact === undefined) return refusal('contact-missing')
    // Only the rater can say that they pressed the wrong star.
    const reached = contact === 'by-phone' || contact === 'in-person'
    return finding === 'mistaken' && !reached ? refusal('mistake-needs-rater') : undefined
  },
  facts: ({ dossier, input: { contact, finding, text }, now: at, world }) => {
    const moment = { at, world }
    return [
      {
        kind: 'rating-verified',
        body: {
          finding,
          ...(contact === undefined ? {} : { contact }),
          text: world.seal(text),
          late: overrun(dossier.clocks, at, world.calendar),
        },
        clock: [
          end('verify', at),
          ...(finding === 'true' ? [] : [stopForReview(moment), appealClock(moment)]),
        ],
      },
    ]
  },
})
