import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { FIELD_TITLES } from '../words/rectification.ts'
import { rectificationAction } from './rectification-action.ts'

/** Where the director served the rater in person, or a place has none, another place does the work (转办). */
export const handOver = rectificationAction({
  name: 'hand-over',
  from: ['to-verify', 'rectifying', 'revisit'],
  to: 'same',
  by: ['supervisor'],
  input: T.Object(
    {
      place: T.String({ title: FIELD_TITLES.place, minLength: 1, maxLength: 60 }),
      reason: T.String({ title: FIELD_TITLES.reason, minLength: 4, maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  refuse: ({ dossier, input: { place }, world }) => {
    if (!world.places.has(place)) return refusal('rectification-place-unknown')
    return place === dossier.handlingPlace ? refusal('rectification-place-same') : undefined
  },
  facts: ({ dossier, input: { place, reason }, world }) => [
    {
      kind: 'rectification-handed-over',
      body: { from: dossier.handlingPlace, to: place, reason: world.seal(reason) },
    },
  ],
})
