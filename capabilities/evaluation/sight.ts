import type { Actor } from '#engine/actor.ts'
import { sightOf, type SightRule } from '#platform/auth/visibility.ts'
import { statesWaitingFor } from './model/poor-rating.ts'
import type { RectificationSight } from './store/rectifications.ts'

/** A director sees what the own place handles, a supervisor the area. Whoever was rated at the window sees nothing here. */
const RULES: readonly SightRule<'handling_place' | 'state'>[] = [
  {
    role: 'director',
    sees: (actor) =>
      actor.kind === 'staff'
        ? { allOf: [{ everythingInArea: actor.area }, { column: 'handling_place', equals: actor.place }] }
        : 'nothing',
  },
  {
    role: 'supervisor',
    sees: (actor) => (actor.kind === 'staff' ? { everythingInArea: actor.area } : 'nothing'),
  },
]

export function sightOfRectifications(actor: Actor): RectificationSight {
  return sightOf(RULES, actor)
}

/** What waits for a role of this post, at the place where the post holds it. */
export function queueOfRectifications(actor: Actor): RectificationSight {
  if (actor.kind !== 'staff') return 'nothing'
  return {
    anyOf: actor.roles.map((role): RectificationSight => {
      const waiting = { column: 'state', in: statesWaitingFor(role) } as const
      return role === 'director'
        ? { allOf: [waiting, { column: 'handling_place', equals: actor.place }] }
        : waiting
    }),
  }
}
