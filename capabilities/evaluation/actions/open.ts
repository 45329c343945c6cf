import { Type as T } from 'typebox'
import { rectifyClock, verifyClock } from '../model/limits.ts'
import { rectificationAction } from './rectification-action.ts'

/** A poor rating opens its rectification by itself; the days count from the rating, not from when somebody looked. */
export const open = rectificationAction({
  name: 'open',
  from: [],
  to: ['to-verify'],
  by: ['system'],
  input: T.Object({
    ...{ id: T.String(), area: T.String(), rating: T.String(), no: T.String(), party: T.String() },
    ...{
      item: T.String(),
      itemVersion: T.Integer(),
      place: T.String(),
      anonymous: T.Boolean(),
      comment: T.Optional(T.String()),
    },
    stars: T.Union([T.Literal(1), T.Literal(2)]),
    ...{ options: T.Array(T.String()), served: T.Array(T.String()) },
    ...{ ratedOn: T.String(), ratedAt: T.String() },
  }),
  facts: ({ input: { ratedAt: at, ...body }, world }) => [
    {
      kind: 'rectification-opened',
      body,
      clock: [verifyClock({ at, world }), rectifyClock('收到差评', { at, world })],
    },
  ],
})
