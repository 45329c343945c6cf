import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'
import { Rater, RECTIFICATION_STATES, RectificationDetail, RectificationSummary } from './rectification.ts'

/** A director has those of the own place, a supervisor those of the area. */
const FOLLOWING_UP = { roles: ['director', 'supervisor'] } as const
const Id = T.String({ format: 'uuid' })
const State = T.Enum([...RECTIFICATION_STATES])

export const rectificationRoutes = contract({
  list: {
    method: 'GET',
    path: '/rectifications',
    who: FOLLOWING_UP,
    summary: 'Poor ratings being followed up, by due day; closed ones newest first',
    query: T.Object({
      /** `mine`: waits for a role of my post; `open`: everything open I may see; `all`: closed ones too. */
      queue: T.Optional(T.Enum(['mine', 'open', 'all'])),
      state: T.Optional(State),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({ items: T.Array(RectificationSummary), nextCursor: T.Optional(T.String()) }),
  },
  detail: {
    method: 'GET',
    path: '/rectifications/:id',
    who: FOLLOWING_UP,
    summary: 'One poor rating with its story, clocks and what may be done now',
    params: T.Object({ id: Id }),
    reply: RectificationDetail,
  },
  act: {
    method: 'POST',
    path: '/rectifications/:id/acts/:act',
    who: FOLLOWING_UP,
    summary: 'Take one act on a poor rating',
    params: T.Object({ id: Id, act: T.String({ maxLength: 40 }) }),
    body: T.Object(
      { version: T.Optional(T.Integer({ minimum: 0 })), input: T.Record(T.String(), T.Unknown()) },
      { additionalProperties: false },
    ),
    reply: T.Object({ id: T.String(), state: State, version: T.Integer() }),
  },
  reveal: {
    method: 'POST',
    path: '/rectifications/:id/reveal',
    who: { roles: ['director'] },
    summary:
      'Show the giver of a named rating unmasked to whoever has to call, for a stated reason that is logged',
    params: T.Object({ id: Id }),
    body: T.Object({ reason: T.String({ minLength: 4, maxLength: 200 }) }, { additionalProperties: false }),
    reply: Rater,
    idempotent: false,
  },
})
