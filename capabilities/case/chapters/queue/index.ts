import type { Fact } from '#engine/fact.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed } from '../../model/step-mark.ts'
import { moved, type Apply } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import { assign, claim, CLAIM_BARS, CLAIM_REFUSALS, handOver, release } from './claim.ts'
import {
  addSigner,
  askCountersign,
  countersign,
  excuseSigner,
  settleDisagreement,
  SIGN_BARS,
  signingFor,
  undecided,
  voidedBy,
} from './countersign.ts'
import { openSigners, type Holder, type Signer } from './dossier.ts'
import { claimedByOther, holderOf, standsFor, waitedRole } from './holding.ts'
import { refer } from './refer.ts'

/** Acts about whose work a case is; a claim does not stand in their way, they have rules of their own. */
const ABOUT_WORK = new Set([
  ...Object.keys(CLAIM_BARS),
  ...Object.keys(SIGN_BARS),
  'excuse-signer',
  'settle-disagreement',
])
/** These the holder of the step takes, because they belong to deciding. */
const OF_THE_STEP = new Set(['ask-countersign', 'excuse-signer', 'settle-disagreement'])

/** Whose work a case is (待办): claimed, given, handed on, referred to the body that has the power, signed by several. */
export const queue: Chapter = {
  name: 'queue',
  actions: [
    ...[claim, release, assign, handOver, refer],
    ...[askCountersign, countersign, addSigner, excuseSigner, settleDisagreement],
  ],
  apply: {
    claimed: held('claimed'),
    assigned: held('assigned'),
    'handed-over': held('handed-over'),
    released: ({ holder: _holder, ...dossier }) => dossier,
    // Who acted is in the fact; whose work it was, here.
    'stood-in': (dossier) => dossier,
    referred: (dossier, fact: Fact<{ to: string; inNameOf?: string; region?: string }>) => {
      const {
        review: _review,
        holder: _holder,
        signers: _signers,
        inNameOf: _before,
        ...kept
      } = moved(dossier, fact, 'accepted')
      const { to, inNameOf, region } = fact.body
      return {
        ...kept,
        decidingBody: to,
        ...(inNameOf === undefined ? {} : { inNameOf }),
        ...(region === undefined ? {} : { region }),
      }
    },
    'countersign-asked': asked,
    'signer-added': asked,
    countersigned: (dossier, fact: Fact<{ post: string; opinion: 'agree' | 'disagree'; text?: Sealed }>) =>
      signed(dossier, [fact.body.post], {
        answer: {
          how: fact.body.opinion,
          ...(fact.body.text ? { text: fact.body.text } : {}),
          by: markOf(fact),
        },
      }),
    'signer-excused': (dossier, fact: Fact<{ post: string; reason: Sealed }>) =>
      signed(dossier, [fact.body.post], {
        excused: { reason: fact.body.reason, by: markOf(fact) },
      }),
    'disagreement-settled': (dossier, fact: Fact<{ posts: string[]; reason: Sealed }>) =>
      signed(dossier, fact.body.posts, {
        settled: { reason: fact.body.reason, by: markOf(fact) },
      }),
    'countersign-void': ({ signers: _signers, ...dossier }) => dossier,
  },
  rolesOf: (actor, dossier) => {
    if (actor.kind !== 'staff' || actor.area !== dossier.area || dossier.version === 0) return []
    const ofBody = actor.body === dossier.decidingBody
    const directs = actor.roles.includes('director') && (ofBody || actor.place === dossier.acceptPlace)
    return [
      ...(directs ? ['director'] : []),
      ...(ofBody && openSigners(dossier).length > 0 ? ['signer'] : []),
    ]
  },
  bars: (act, asking, step) =>
    (CLAIM_BARS[act] ?? SIGN_BARS[act])?.(asking, step) ??
    (ABOUT_WORK.has(act) && !OF_THE_STEP.has(act) ? undefined : claimedByOther(asking, step)) ??
    undecided(act, asking),
  refuses: (act, filled, step) => CLAIM_REFUSALS[act]?.(filled, step),
  precedes: (act, filled, step) => {
    const { dossier, actor, world } = filled
    const held = holderOf(dossier, world)
    const role = waitedRole(step)
    const standsIn =
      held !== undefined && role !== undefined && step.by.includes(role) && standsFor(actor, held) === 'cover'
    return [
      ...(standsIn ? [{ kind: 'stood-in', body: { post: held.post } }] : []),
      ...(act === 'countersign' ? signedFor(filled) : []),
      ...voidedBy(filled, step),
    ]
  },
}

/** A cover's signature says whose it is in its own fact; the line before it says that a cover gave it. */
function signedFor(filled: Parameters<NonNullable<Chapter['precedes']>>[1]) {
  const { actor } = filled
  const post = signingFor(filled)
  return post === undefined || (actor.kind === 'staff' && actor.post === post)
    ? []
    : [{ kind: 'stood-in', body: { post } }]
}

function held(how: Holder['how']): Apply {
  return (dossier, fact: Fact<{ post: string }>) => ({
    ...dossier,
    holder: { post: fact.body.post, how, by: markOf(fact) },
  })
}

function asked(dossier: CaseDossier, fact: Fact<{ posts: string[] }>): CaseDossier {
  const mark = markOf(fact)
  const { posts } = fact.body
  const before = (dossier.signers ?? []).filter(({ post }) => !posts.includes(post))
  return { ...dossier, signers: [...before, ...posts.map((post) => ({ post, by: mark, askedOn: mark.day }))] }
}

function signed(dossier: CaseDossier, posts: readonly string[], more: Partial<Signer>): CaseDossier {
  const signers = (dossier.signers ?? []).map((signer) =>
    posts.includes(signer.post) ? { ...signer, ...more } : signer,
  )
  return { ...dossier, signers }
}
