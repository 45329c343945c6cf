import type { StaffActor } from '#engine/actor.ts'
import { sightOf } from '#platform/auth/visibility.ts'
import type { Book, Sight } from '../model/book.ts'
import type { EntrySight } from '../store.ts'

function through(sight: Sight, actor: StaffActor): EntrySight {
  const here: EntrySight = { everythingInArea: actor.area }
  if (sight === 'area') return here
  const narrowed: EntrySight =
    sight === 'own-body' ? { column: 'bodies', has: actor.body } : { column: 'places', has: actor.place }
  return { allOf: [here, narrowed] }
}

export function sightOfBook({ sees }: Book, actor: StaffActor): EntrySight {
  const rules = Object.entries(sees).map(([role, sight]) => ({ role, sees: () => through(sight, actor) }))
  return sightOf(rules, actor)
}

/** What waits for a role of this post. */
export function queueOfBook({ sees, states }: Book, actor: StaffActor): EntrySight {
  return {
    anyOf: actor.roles.flatMap((role): EntrySight[] => {
      const sight = sees[role]
      const waiting = Object.keys(states).filter((name) => states[name]!.waits?.includes(role))
      return sight === undefined || waiting.length === 0
        ? []
        : [{ allOf: [through(sight, actor), { column: 'state', in: waiting }] }]
    }),
  }
}

/** Whether this post has anything to do with the book. */
export const mayRead = ({ sees, acts, hidden }: Book, { roles }: StaffActor): boolean =>
  roles.some((role) => role in sees) ||
  (!hidden && acts.some(({ from, by }) => from.length === 0 && by.some((role) => roles.includes(role))))
