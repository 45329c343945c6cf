import type { Actor } from '#engine/actor.ts'
import type { Condition } from '#platform/auth/visibility.ts'

/** What somebody sees by who they are and where they sit, on a list whose columns are called so. */
export function officeSights<C extends string>({
  party,
  place,
  body,
}: Record<'party' | 'place' | 'body', C>) {
  const atDesk = (actor: Actor, column: C, equals: string): Condition<C> =>
    actor.kind === 'staff' ? { allOf: [{ everythingInArea: actor.area }, { column, equals }] } : 'nothing'
  const ofMyBody = (actor: Actor): Condition<C> =>
    actor.kind === 'staff' ? atDesk(actor, body, actor.body) : 'nothing'
  return {
    own: (actor: Actor): Condition<C> =>
      actor.kind === 'citizen' ? { column: party, equals: actor.party } : 'nothing',
    inArea: (actor: Actor): Condition<C> =>
      actor.kind === 'staff' ? { everythingInArea: actor.area } : 'nothing',
    ofMyBody,
    /** What one's own place took in, and what one's own body answers for. */
    ofMyOffice: (actor: Actor): Condition<C> =>
      actor.kind === 'staff' ? { anyOf: [atDesk(actor, place, actor.place), ofMyBody(actor)] } : 'nothing',
  }
}
