import type { Actor } from '#engine/actor.ts'
import { sightOf, type SightRule } from '#platform/auth/visibility.ts'
import { statesWaitingFor } from './model/item-change.ts'
import type { ChangeColumn, ChangeSight } from './store.ts'

const ofBody =
  (column: 'author_body' | 'approves') =>
  (actor: Actor): ChangeSight =>
    actor.kind === 'staff'
      ? { allOf: [{ everythingInArea: actor.area }, { column, equals: actor.body }] }
      : 'nothing'

/** Who drafts sees what the own body drafts, who approves what is brought to the own body, the supervisor the area. */
const RULES: readonly SightRule<ChangeColumn>[] = [
  { role: 'item-author', sees: ofBody('author_body') },
  { role: 'item-approver', sees: ofBody('approves') },
  {
    role: 'supervisor',
    sees: (actor) => (actor.kind === 'staff' ? { everythingInArea: actor.area } : 'nothing'),
  },
]

export const sightOfChanges = (actor: Actor): ChangeSight => sightOf(RULES, actor)

/** What waits for a role of this post. */
export function queueOfChanges(actor: Actor): ChangeSight {
  if (actor.kind !== 'staff') return 'nothing'
  return {
    anyOf: (['item-author', 'item-approver'] as const)
      .filter((role) => actor.roles.includes(role))
      .map((role): ChangeSight => ({
        allOf: [
          { column: 'state', in: statesWaitingFor(role) },
          { column: role === 'item-author' ? 'author_body' : 'approves', equals: actor.body },
        ],
      })),
  }
}
