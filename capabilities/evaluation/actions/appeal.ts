import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { APPEAL, end, resumeAfterReview } from '../model/limits.ts'
import { FIELD_TITLES } from '../words/rectification.ts'
import { rectificationAction, servedBars, type RectificationAct } from './rectification-action.ts'

const Reason = T.Object(
  { text: T.String({ title: FIELD_TITLES.review, minLength: 4, maxLength: 1000 }) },
  { additionalProperties: false },
)

/** One post may be director and supervisor; the second look is still another person's. */
function bars(act: Pick<RectificationAct<unknown>, 'dossier' | 'actor'>): Refusal | undefined {
  const { actor, dossier } = act
  return actor.kind === 'staff' && dossier.verified?.by.person === actor.person
    ? refusal('own-finding')
    : servedBars(act)
}

/** The rating is untrue or was a mistake: it counts for no score (不属实的差评剔除). */
export const upholdAppeal = rectificationAction({
  name: 'uphold-appeal',
  from: ['appeal-review'],
  to: ['excluded'],
  by: ['supervisor'],
  input: Reason,
  bars,
  facts: ({ input, now: at, world }) => [
    {
      kind: 'appeal-upheld',
      body: { text: world.seal(input.text), on: legalDay(at) },
      clock: [end(APPEAL, at), end('rectify', at)],
    },
  ],
})

/** The rating stands: the place mends what it said. */
export const rejectAppeal = rectificationAction({
  name: 'reject-appeal',
  from: ['appeal-review'],
  to: ['rectifying'],
  by: ['supervisor'],
  input: Reason,
  bars,
  facts: ({ input, now: at, world }) => [
    {
      kind: 'appeal-rejected',
      body: { text: world.seal(input.text) },
      clock: [end(APPEAL, at), resumeAfterReview({ at, world })],
    },
  ],
})
