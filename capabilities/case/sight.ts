import type { Actor } from '#engine/actor.ts'
import { sightOf, type SightRule } from '#platform/auth/visibility.ts'
import { statesWaitingFor } from './model.ts'
import type { CaseColumn, CaseSight } from './store/rows.ts'

type Rule = SightRule<CaseColumn>

/** Own place's counter cases and whatever one's own body decides. */
const ofMyOffice = (actor: Actor): CaseSight =>
  actor.kind === 'staff'
    ? {
        anyOf: [
          { allOf: [{ everythingInArea: actor.area }, { column: 'accept_place', equals: actor.place }] },
          { allOf: [{ everythingInArea: actor.area }, { column: 'deciding_body', equals: actor.body }] },
        ],
      }
    : 'nothing'

const ofMyBody = (actor: Actor): CaseSight =>
  actor.kind === 'staff'
    ? {
        anyOf: [
          { allOf: [{ everythingInArea: actor.area }, { column: 'deciding_body', equals: actor.body }] },
          { allOf: [{ everythingInArea: actor.area }, { column: 'partners', has: actor.body }] },
        ],
      }
    : 'nothing'

/** Who sees which cases. The three administrators see none; a case nobody's rule names does not exist for them. */
const RULES: readonly Rule[] = [
  {
    role: 'applicant',
    sees: (actor) => (actor.kind === 'citizen' ? { column: 'party', equals: actor.party } : 'nothing'),
  },
  { role: 'window-clerk', sees: ofMyOffice },
  { role: 'reviewer', sees: ofMyBody },
  { role: 'approver', sees: ofMyBody },
  { role: 'issuer', sees: ofMyBody },
  { role: 'director', sees: ofMyOffice },
  {
    role: 'supervisor',
    sees: (actor) => (actor.kind === 'staff' ? { everythingInArea: actor.area } : 'nothing'),
  },
]

export function sightOfCases(actor: Actor): CaseSight {
  return sightOf(RULES, actor)
}

const ANSWERING = new Set(['reviewer', 'approver'])

/** Cases that wait for a role of this post, in the place or body where the post holds it. */
export function queueOf(actor: Actor): CaseSight {
  if (actor.kind !== 'staff') return 'nothing'
  return {
    anyOf: actor.roles.map((role): CaseSight => {
      // The same state may wait for different people under different procedures; the states keep the index in use.
      const waiting = [
        { column: 'state', in: statesWaitingFor(role) },
        { column: 'waits_for', equals: role },
      ] as const
      if (role === 'window-clerk')
        return { allOf: [...waiting, { column: 'accept_place', equals: actor.place }] }
      const own = { allOf: [...waiting, { column: 'deciding_body', equals: actor.body }] } as const
      // What other bodies asked of mine stands in the queue of those who speak for it.
      return ANSWERING.has(role) ? { anyOf: [own, { column: 'asked', has: actor.body }] } : own
    }),
  }
}
