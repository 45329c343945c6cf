import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'
import {
  CHANGE_STATES,
  ChangeDetail,
  ChangeSummary,
  DifferenceLine,
  ImpactLine,
  NewChange,
} from './change.ts'

/** Who writes items, who approves them; the supervisor looks on. */
const READERS = { roles: ['item-author', 'item-approver', 'supervisor'] }
const WRITERS = { roles: ['item-author', 'item-approver'] }
const Id = T.String({ format: 'uuid' })
const State = T.Enum([...CHANGE_STATES])
const Moved = T.Object({ id: T.String(), state: State, version: T.Integer() })

export const changeRoutes = contract({
  changes: {
    method: 'GET',
    path: '/authoring/changes',
    who: READERS,
    summary: 'Changes of items (事项变更): open ones by due day, closed ones newest first',
    query: T.Object({
      /** `mine`: waits for a role of my post; `open`: everything open; `all`: closed ones too. */
      queue: T.Optional(T.Enum(['mine', 'open', 'all'])),
      item: T.Optional(T.String({ maxLength: 60 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({ items: T.Array(ChangeSummary), nextCursor: T.Optional(T.String()) }),
  },
  openChange: {
    method: 'POST',
    path: '/authoring/changes',
    who: { roles: ['item-author'] },
    summary: 'Begin a change of an item: from its newest version, or back to an earlier one (回退)',
    body: NewChange,
    reply: Moved,
  },
  change: {
    method: 'GET',
    path: '/authoring/changes/:id',
    who: READERS,
    summary:
      'One change: the draft, what is different, what the quality gate finds, its story and what may be done now',
    params: T.Object({ id: Id }),
    reply: ChangeDetail,
  },
  impact: {
    method: 'GET',
    path: '/authoring/changes/:id/impact',
    who: READERS,
    summary: 'What publishing it touches: running cases, drafts, powers, places, guide, scenes, bundles',
    params: T.Object({ id: Id }),
    reply: T.Object({ lines: T.Array(ImpactLine) }),
  },
  actOnChange: {
    method: 'POST',
    path: '/authoring/changes/:id/acts/:act',
    who: WRITERS,
    summary: 'Take one act on a change: edit, comment, submit, return, approve, publish, call-off, withdraw',
    params: T.Object({ id: Id, act: T.String({ maxLength: 40 }) }),
    body: T.Object(
      { version: T.Optional(T.Integer({ minimum: 0 })), input: T.Record(T.String(), T.Unknown()) },
      { additionalProperties: false },
    ),
    reply: Moved,
  },
  differences: {
    method: 'GET',
    path: '/items/:id/differences',
    who: 'public',
    summary: 'What one version of an item has otherwise than another (这次改了什么), in sentences',
    params: T.Object({ id: T.String({ maxLength: 60 }) }),
    query: T.Object({
      /** Left out, the version before `to`. */
      from: T.Optional(T.Integer({ minimum: 1 })),
      /** Left out, the version in force today. */
      to: T.Optional(T.Integer({ minimum: 1 })),
    }),
    reply: T.Object({ from: T.Integer(), to: T.Integer(), differences: T.Array(DifferenceLine) }),
  },
})
