import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning } from '../../model/limits.ts'
import type { CaseWorld } from '../../model/world.ts'
import type { Asking, Step } from '../chapter.ts'
import { ANYWHERE } from './claim.ts'
import { COUNTERSIGN_CLOCK, mayBeSigner, openSigners, type Signer } from './dossier.ts'
import { standsFor, waitedRole } from './holding.ts'

/** [K] No rule names days for 会签; what a pack does not say is three. */
const COUNTERSIGN_WORKING_DAYS = 3
const SIGNERS_MAX = 10

const Post = T.String({ minLength: 1, maxLength: 60 })
const text = (least: number) => T.String({ minLength: least, maxLength: 1000 })
const exactly = { additionalProperties: false }

/** 会签: before deciding, the approver asks colleagues of the body to sign. */
export const askCountersign = caseAction({
  name: 'ask-countersign',
  from: ANYWHERE,
  to: 'same',
  by: ['approver'],
  input: T.Object(
    {
      signers: T.Array(Post, { minItems: 1, maxItems: SIGNERS_MAX, uniqueItems: true }),
      matter: T.Optional(text(2)),
    },
    exactly,
  ),
  refuse: (act) =>
    act.input.signers.map((post) => mayNotSign(post, act)).find((found) => found !== undefined),
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'countersign-asked',
      body: {
        posts: input.signers,
        ...(input.matter === undefined ? {} : { matter: world.seal(input.matter) }),
      },
      clock: begun(dossier, world, now, '送会签'),
    },
  ],
  reliesOn: ({ input, world }) => relied(world, input.signers),
})

/** 加签: whoever is asked may want one more colleague to look. */
export const addSigner = caseAction({
  name: 'add-signer',
  from: ANYWHERE,
  to: 'same',
  by: ['signer'],
  input: T.Object({ signer: Post, reason: text(4) }, exactly),
  refuse: (act) => mayNotSign(act.input.signer, act),
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'signer-added',
      body: { posts: [input.signer], reason: world.seal(input.reason) },
      clock: [
        ...endRunning(dossier.clocks, [COUNTERSIGN_CLOCK], moment(now)),
        ...begun(dossier, world, now, '加签', true),
      ],
    },
  ],
  reliesOn: ({ input, world }) => relied(world, [input.signer]),
})

/** A signature: agreed, or not and why. */
export const countersign = caseAction({
  name: 'countersign',
  from: ANYWHERE,
  to: 'same',
  by: ['signer'],
  input: T.Object({ opinion: T.Enum(['agree', 'disagree']), text: T.Optional(text(2)) }, exactly),
  refuse: ({ input }) =>
    input.opinion === 'disagree' && (input.text ?? '').trim().length < 4
      ? refusal('disagreement-needs-reason')
      : undefined,
  facts: (act) => {
    const { dossier, input, now, world } = act
    const post = signingFor(act)!
    return [
      {
        kind: 'countersigned',
        body: {
          ...{ post, opinion: input.opinion },
          ...(input.text === undefined ? {} : { text: world.seal(input.text) }),
        },
        clock: overWith(dossier, [post], now),
      },
    ]
  },
})

/** 免签: the approver no longer waits for somebody, and says why (left the post, is away, is not concerned). */
export const excuseSigner = caseAction({
  name: 'excuse-signer',
  from: ANYWHERE,
  to: 'same',
  by: ['approver'],
  input: T.Object({ signer: Post, reason: text(4) }, exactly),
  offered: (dossier) => openSigners(dossier).length > 0,
  refuse: ({ dossier, input }) =>
    openSigners(dossier).includes(input.signer)
      ? undefined
      : refusal('not-a-signer', { facts: { signer: input.signer } }),
  facts: ({ dossier, input, now, world }) => [
    {
      kind: 'signer-excused',
      body: { post: input.signer, reason: world.seal(input.reason) },
      clock: overWith(dossier, [input.signer], now),
    },
  ],
})

/** A colleague disagreed; before deciding the approver says what is made of it. */
export const settleDisagreement = caseAction({
  name: 'settle-disagreement',
  from: ANYWHERE,
  to: 'same',
  by: ['approver'],
  input: T.Object({ reason: text(10) }, exactly),
  offered: (dossier) => unsettled(dossier).length > 0,
  facts: ({ dossier, input, world }) => [
    {
      kind: 'disagreement-settled',
      body: { posts: unsettled(dossier).map(({ post }) => post), reason: world.seal(input.reason) },
    },
  ],
})

/** Acts by which a case is decided; more hands than these do not change what the applicant gets. */
const DECISIONS = new Set(['grant', 'deny', 'refuse-acceptance'])

/** A decision waits for every signature and for an answer to each disagreement. */
export function undecided(act: string, { dossier, world }: Asking): Refusal | undefined {
  if (!DECISIONS.has(act)) return undefined
  const open = openSigners(dossier)
  if (open.length > 0)
    return refusal('countersign-missing', { facts: { signers: open, names: namesOf(world, open) } })
  const against = unsettled(dossier).map(({ post }) => post)
  if (against.length === 0) return undefined
  return refusal('disagreement-unanswered', { facts: { signers: against, names: namesOf(world, against) } })
}

export const SIGN_BARS: Readonly<Record<string, (asking: Asking, step: Step) => Refusal | undefined>> = {
  'ask-countersign': (_asking, step) =>
    waitedRole(step) === 'approver' ? undefined : refusal('countersign-not-now'),
  countersign: (asking) => (signingFor(asking) === undefined ? refusal('not-asked-to-sign') : undefined),
  'add-signer': (asking) => (signingFor(asking) === undefined ? refusal('not-asked-to-sign') : undefined),
}

/** A case that leaves its state before all have signed leaves them with nothing to sign. */
export function voidedBy({ dossier, now }: CaseAct<unknown>, { moves }: Step) {
  const open = openSigners(dossier)
  if (!moves || open.length === 0) return []
  return [{ kind: 'countersign-void', body: { posts: open }, clock: overWith(dossier, open, now) }]
}

/**
 * The signature somebody owes: their own first, else that of a colleague they stand in for. A countersignature is a second
 * person's, so nobody gives one that they asked for, or one beside their own.
 */
export function signingFor({ dossier, actor, world }: Asking): string | undefined {
  if (actor.kind !== 'staff') return undefined
  const open = openSigners(dossier)
  if (open.includes(actor.post)) return actor.post
  const signers = dossier.signers ?? []
  if (signers.some(({ post, answer }) => post === actor.post || answer?.by.person === actor.person))
    return undefined
  const owed = signers.filter(({ post, by }) => open.includes(post) && by.person !== actor.person)
  return world.posts.find((held) => owed.some(({ post }) => post === held.post) && standsFor(actor, held))
    ?.post
}

export function unsettled({ signers }: Pick<CaseDossier, 'signers'>): readonly Signer[] {
  return (signers ?? []).filter(({ answer, settled }) => answer?.how === 'disagree' && settled === undefined)
}

function mayNotSign(post: string, { dossier, actor, world }: CaseAct<unknown>): Refusal | undefined {
  const colleague = world.posts.find((one) => one.post === post)
  if (colleague === undefined || !colleague.onDuty || !mayBeSigner(colleague))
    return refusal('colleague-unknown', { facts: { to: post } })
  const facts = { signer: post, name: `${colleague.personName}（${colleague.title}）` }
  if (colleague.body !== dossier.decidingBody) return refusal('signer-of-another-body', { facts })
  if (actor.kind === 'staff' && colleague.person === actor.person)
    return refusal('signer-is-oneself', { facts })
  if ((dossier.signers ?? []).some((signer) => signer.post === post && signer.excused === undefined))
    return refusal('signer-already-asked', { facts })
  return (dossier.signers ?? []).length >= SIGNERS_MAX ? refusal('too-many-signers', { facts }) : undefined
}

const moment = (now: Instant) => ({ day: legalDay(now), at: now })

function begun(
  dossier: CaseDossier,
  world: CaseWorld,
  now: Instant,
  event: string,
  anew = false,
): ClockEntry[] {
  const running = dossier.clocks[COUNTERSIGN_CLOCK]
  if (!anew && running !== undefined && running.ended === undefined) return []
  return [
    {
      entry: 'start',
      ...{ clock: COUNTERSIGN_CLOCK, kind: 'step', unit: 'working-day' },
      amount: world.parameters.countersignWorkingDays ?? COUNTERSIGN_WORKING_DAYS,
      ...moment(now),
      event,
      basis: '本机关会签时限',
      calendar: world.calendar.version,
    },
  ]
}

/** The limit to sign ends with the last signature that was still open. */
function overWith(dossier: CaseDossier, posts: readonly string[], now: Instant): ClockEntry[] {
  const left = openSigners(dossier).filter((post) => !posts.includes(post))
  return left.length > 0 ? [] : endRunning(dossier.clocks, [COUNTERSIGN_CLOCK], moment(now))
}

function relied({ posts }: CaseWorld, named: readonly string[]) {
  return posts.filter(({ post }) => named.includes(post)).map(({ stream, version }) => ({ stream, version }))
}

function namesOf({ posts }: CaseWorld, open: readonly string[]): string[] {
  return open.map((post) => posts.find((one) => one.post === post)?.personName ?? post)
}
