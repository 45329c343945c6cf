import { Type as T } from 'typebox'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { CASE_STATES } from '../../contract.ts'
import type { Asking, Step } from '../chapter.ts'
import { holderOf, mayBeGiven, named, nearEnough, standsFor, waitedRole } from './holding.ts'

/** Every state there is: whether one can be claimed depends on whom it waits for, which other chapters also say. */
export const ANYWHERE = CASE_STATES
/** Roles of the office that a state may wait for. */
const WORKING = ['window-clerk', 'reviewer', 'approver', 'issuer']

const reason = T.String({ minLength: 4, maxLength: 300 })
const Post = T.String({ minLength: 1, maxLength: 60 })
const given = { additionalProperties: false }

/** 认领: I take the step this case waits for. */
export const claim = caseAction({
  name: 'claim',
  from: ANYWHERE,
  to: 'same',
  by: WORKING,
  input: T.Object({}, given),
  facts: ({ actor }) => [{ kind: 'claimed', body: { post: actor.kind === 'staff' ? actor.post : '' } }],
})

/** 放回待办: back to everybody of the role. */
export const release = caseAction({
  name: 'release',
  from: ANYWHERE,
  to: 'same',
  by: WORKING,
  input: T.Object({ reason: T.Optional(reason) }, given),
  facts: ({ input, world }) => [
    { kind: 'released', body: input.reason === undefined ? {} : { reason: world.seal(input.reason) } },
  ],
})

/** 指派: a director, or the approver of the body, says who. */
export const assign = caseAction({
  name: 'assign',
  from: ANYWHERE,
  to: 'same',
  by: ['director', 'approver'],
  input: T.Object({ to: Post, reason: T.Optional(reason) }, given),
  facts: ({ input, world }) => [
    {
      kind: 'assigned',
      body: { post: input.to, ...(input.reason === undefined ? {} : { reason: world.seal(input.reason) }) },
    },
  ],
  reliesOn: ({ input, world }) => postNamed(world, input.to),
})

/** 移交: whoever holds it hands it to a colleague, and says why. */
export const handOver = caseAction({
  name: 'hand-over',
  from: ANYWHERE,
  to: 'same',
  by: WORKING,
  input: T.Object({ to: Post, reason }, given),
  facts: ({ input, world }) => [
    { kind: 'handed-over', body: { post: input.to, reason: world.seal(input.reason) } },
  ],
  reliesOn: ({ input, world }) => postNamed(world, input.to),
})

/** A colleague who leaves at the same moment is not given a case (the commit compares the post's version). */
function postNamed({ posts }: CaseAct<unknown>['world'], to: string) {
  return posts.filter(({ post }) => post === to).map(({ stream, version }) => ({ stream, version }))
}

/** Why one of these acts is not this person's, by the name of the act. */
export const CLAIM_BARS: Readonly<Record<string, (asking: Asking, step: Step) => Refusal | undefined>> = {
  claim: (asking, step) => {
    const { dossier, actor, world } = asking
    const role = waitedRole(step)
    if (role === undefined) return refusal('nothing-to-claim')
    if (actor.kind !== 'staff' || !actor.roles.includes(role)) return refusal('nothing-to-claim')
    if (!nearEnough(role, actor, dossier)) return refusal('claim-elsewhere')
    const held = holderOf(dossier, world)
    if (held === undefined) return undefined
    return standsFor(actor, held)
      ? refusal('already-held', { facts: named(held) })
      : refusal('claimed-by-other', { facts: named(held) })
  },
  release: (asking) => notHolding(asking),
  'hand-over': (asking) => notHolding(asking),
  assign: (_asking, step) => (waitedRole(step) === undefined ? refusal('nothing-to-claim') : undefined),
}

/** Why it cannot be given to whom the act names. */
export const CLAIM_REFUSALS: Readonly<
  Record<string, (act: CaseAct<unknown>, step: Step) => Refusal | undefined>
> = {
  assign: givenTo,
  'hand-over': givenTo,
}

function givenTo(act: CaseAct<unknown>, step: Step): Refusal | undefined {
  const colleague = mayBeGiven((act.input as { to: string }).to, act, step)
  return isRefusal(colleague) ? colleague : undefined
}

function notHolding({ dossier, actor, world }: Asking): Refusal | undefined {
  const held = holderOf(dossier, world)
  return held !== undefined && standsFor(actor, held) ? undefined : refusal('not-holding')
}
