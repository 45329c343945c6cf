import type { Actor, StaffActor } from '#engine/actor.ts'
import { sightOf, type SightRule } from '#platform/auth/visibility.ts'
import { GOVERNMENT_QUEUE, headQueue } from './chapters/extension/queue.ts'
import { windowQueue } from './chapters/gaps/dossier.ts'
import { urgedQueues } from './chapters/urging/dossier.ts'
import { statesWaitingFor } from './model.ts'
import { officeSights } from './office-sight.ts'
import type { Desk } from './service/means.ts'
import type { CaseColumn, CaseSight } from './store/rows.ts'

type Rule = SightRule<CaseColumn>

const {
  own,
  inArea,
  ofMyOffice,
  ofMyBody: decidedByMyBody,
} = officeSights<CaseColumn>({ party: 'party', place: 'accept_place', body: 'deciding_body' })

/** What one's own body decides, and what other bodies decide with it, until that case has ended (`partners` is empty then). */
const ofMyBody = (actor: Actor): CaseSight =>
  actor.kind === 'staff'
    ? {
        anyOf: [
          decidedByMyBody(actor),
          { allOf: [{ everythingInArea: actor.area }, { column: 'partners', has: actor.body }] },
        ],
      }
    : 'nothing'

/** Who sees which cases. The three administrators see none; a case nobody's rule names does not exist for them. */
const RULES: readonly Rule[] = [
  { role: 'applicant', sees: own },
  { role: 'window-clerk', sees: ofMyOffice },
  { role: 'reviewer', sees: ofMyBody },
  { role: 'approver', sees: ofMyBody },
  { role: 'issuer', sees: decidedByMyBody },
  { role: 'head', sees: ofMyBody },
  {
    role: 'government-head',
    sees: (actor) =>
      actor.kind === 'staff'
        ? { allOf: [{ everythingInArea: actor.area }, { column: 'asked', has: GOVERNMENT_QUEUE }] }
        : 'nothing',
  },
  {
    role: 'village-agent',
    sees: (actor) =>
      actor.kind === 'staff'
        ? { allOf: [{ everythingInArea: actor.area }, { column: 'sent_from', equals: actor.place }] }
        : 'nothing',
  },
  { role: 'director', sees: ofMyOffice },
  { role: 'supervisor', sees: inArea },
]

export function sightOfCases(actor: Actor): CaseSight {
  return sightOf(RULES, actor)
}

/** Who may read the applicant unmasked: the office that handles the case, not a department only asked for its opinion. */
export function sightUnmasked(actor: Actor): CaseSight {
  const handled: readonly Rule[] = RULES.map((rule) =>
    rule.sees === ofMyBody ? { ...rule, sees: decidedByMyBody } : rule,
  )
  return sightOf(handled, actor)
}

/** Roles whose word ends a wait (待我批). */
export const APPROVING: ReadonlySet<string> = new Set(['approver', 'head', 'government-head'])

const ANSWERING = new Set(['reviewer', 'approver'])

/**
 * The work of a post: what it claimed or was given, what it signs, and what nobody has claimed that waits for a role of it, in
 * the place or body where it holds that role. A colleague away who named it as cover counts like itself.
 */
export function queueOf(actor: Actor, { covering, ended }: Desk): CaseSight {
  if (actor.kind !== 'staff') return 'nothing'
  const mine = [actor.post, ...covering]
  const unclaimed = { column: 'holder', in: ['', ...ended] } as const
  return {
    anyOf: [
      { column: 'holder', in: mine },
      ...mine.map((post) => ({ column: 'signers', has: post }) as const),
      ...urged(actor, mine, actor.roles),
      ...actor.roles.map((role): CaseSight => {
        // Nothing but an extension waits for a head, whatever state the case is in.
        if (role === 'head') return { column: 'asked', has: headQueue(actor.body) }
        if (role === 'government-head') return { column: 'asked', has: GOVERNMENT_QUEUE }
        // The same state may wait for different people under different procedures; the states keep the index in use.
        const waiting = [
          { column: 'state', in: statesWaitingFor(role) },
          { column: 'waits_for', equals: role },
          unclaimed,
        ] as const
        if (role === 'window-clerk')
          return {
            anyOf: [
              { allOf: [...waiting, { column: 'accept_place', equals: actor.place }] },
              // What came in for a tolerated gap waits for the window, whatever state the case is in.
              { column: 'asked', has: windowQueue(actor.place) },
            ],
          }
        const own = { allOf: [...waiting, { column: 'deciding_body', equals: actor.body }] } as const
        // What other bodies asked of mine stands in the queue of those who speak for it.
        return ANSWERING.has(role) ? { anyOf: [own, { column: 'asked', has: actor.body }] } : own
      }),
    ],
  }
}

/** What somebody is urged to do (催办): it stands in their queue until they have done it or said a word. */
const urged = (
  { place, body }: StaffActor,
  posts: readonly string[],
  roles: readonly string[],
): CaseSight[] => urgedQueues({ posts, roles, place, body }).map((has) => ({ column: 'asked', has }))

/**
 * What waits for the word of an approver or a head (待我批): decisions, extensions, signatures, opinions of the own body. It is a part of the
 * work list (待办) and never more: whatever one only examines, hands out or has claimed in another role stands there alone.
 */
export function approvalsOf(actor: Actor, { covering, ended }: Desk): CaseSight {
  if (actor.kind !== 'staff') return 'nothing'
  const { post, roles, body } = actor
  const mine = [post, ...covering]
  const approving = roles.filter((role) => APPROVING.has(role))
  const decisions = {
    allOf: [
      { column: 'state', in: statesWaitingFor('approver') },
      { column: 'waits_for', equals: 'approver' },
      { column: 'holder', in: ['', ...ended, ...mine] },
      { column: 'deciding_body', equals: body },
    ],
  } as const
  return {
    anyOf: [
      ...mine.map((each) => ({ column: 'signers', has: each }) as const),
      ...urged(actor, [], approving),
      ...(roles.includes('head') ? [{ column: 'asked', has: headQueue(body) } as const] : []),
      ...(roles.includes('government-head') ? [{ column: 'asked', has: GOVERNMENT_QUEUE } as const] : []),
      ...(roles.includes('approver')
        ? [
            decisions,
            // Who holds the decision is urged by name: it stands first here as it does in the work list.
            ...urged(actor, mine, []).map((named): CaseSight => ({ allOf: [decisions, named] })),
            { column: 'asked', has: body } as const,
          ]
        : []),
    ],
  }
}
