import type { Fact } from '#engine/fact.ts'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { AfterCheck, CaseDossier, HeldMaterial, Paper, Posting, Supplement, Visit } from './dossier.ts'
import { markOf } from './marks.ts'

type Apply = (dossier: CaseDossier, fact: Fact) => CaseDossier

/** What each kind of fact does to the dossier. Bodies are what `actions/` wrote; facts are never changed afterwards. */
export const apply: Readonly<Record<string, Apply>> = {
  received: (_none, fact) => {
    const body = fact.body as unknown as Omit<CaseDossier, 'state'>
    const { procedure = 'approval', channel, firstReceivedOn } = body
    // Whoever stands at the window with an on-the-spot matter waits for its decision.
    const inOneVisit = procedure !== 'approval' && channel === 'window'
    return {
      ...body,
      ...(inOneVisit ? { visit: { on: firstReceivedOn } } : {}),
      procedure,
      state: 'received',
      version: fact.seq,
      clocks: {},
      papers: [],
      last: last(fact, 'received'),
    }
  },
  promised: (dossier, fact) => ({
    ...dossier,
    promise: { how: fact.body['how'] as 'online' | 'on-paper', at: fact.at },
  }),
  'commitment-withdrawn': (dossier, fact) => {
    const { acceptance: _undone, ...open } = dossier
    return {
      ...moved(open, fact, dossier.state === 'accepted' ? 'received' : dossier.state),
      procedure: fact.body['procedure'] as CaseDossier['procedure'],
      ...(dossier.promise ? { promise: { ...dossier.promise, withdrawnAt: fact.at } } : {}),
    }
  },
  'left-open': (dossier, fact) =>
    visited(dossier, fact, {
      left: {
        code: fact.body['code'] as NonNullable<Visit['left']>['code'],
        text: fact.body['text'] as string,
        by: markOf(fact),
      },
    }),
  'visit-ended': (dossier, fact) =>
    visited(dossier, fact, {
      ended: { explained: fact.body['explained'] as boolean, at: fact.at },
    }),
  surveyed: (dossier, fact) => ({
    ...moved(dossier, fact),
    survey: {
      result: fact.body['result'] as 'met' | 'not-met',
      text: fact.body['text'] as string,
      by: markOf(fact),
    },
  }),
  'pre-reviewed': (dossier, fact) => ({
    ...moved(dossier, fact),
    preReview: { passed: fact.body['passed'] as boolean, at: fact.at },
  }),
  'supplement-notified': (dossier, fact) => ({
    ...moved(dossier, fact, 'supplementing'),
    materials: checked(dossier, fact),
    supplement: { ...(fact.body['supplement'] as Supplement), open: true },
  }),
  supplied: (dossier, fact) => ({
    ...moved(dossier, fact, 'received'),
    receivedOn: fact.body['on'] as string,
    materials: { ...dossier.materials, ...(fact.body['materials'] as CaseDossier['materials']) },
    ...(dossier.supplement ? { supplement: { ...dossier.supplement, open: false } } : {}),
  }),
  'refusal-proposed': (dossier, fact) => ({
    ...moved(dossier, fact, 'refusal-proposed'),
    proposal: { reason: fact.body['reason'] as string, by: markOf(fact) },
  }),
  'returned-to-window': (dossier, fact) => moved(dossier, fact, 'received'),
  'acceptance-refused': (dossier, fact) => ({
    ...moved(dossier, fact, 'not-accepted'),
    decision: { ...decisionOf(fact), result: 'refused' },
  }),
  accepted: (dossier, fact) => ({
    ...moved(dossier, fact, 'accepted'),
    materials: checked(dossier, fact),
    ...(dossier.supplement ? { supplement: { ...dossier.supplement, open: false } } : {}),
    acceptance: { on: fact.body['on'] as string, deemed: fact.body['deemed'] as boolean, by: markOf(fact) },
  }),
  reviewed: (dossier, fact) => ({
    ...moved(dossier, fact, 'reviewed'),
    review: {
      opinion: fact.body['opinion'] as 'grant' | 'deny',
      text: fact.body['text'] as string,
      by: markOf(fact),
    },
  }),
  'returned-to-review': (dossier, fact) => moved(dossier, fact, 'accepted'),
  granted: (dossier, fact) => ({
    ...moved(dossier, fact, 'decided'),
    decision: { ...decisionOf(fact), result: 'granted' },
  }),
  denied: (dossier, fact) => ({
    ...moved(dossier, fact, 'decided'),
    decision: { ...decisionOf(fact), result: 'denied' },
  }),
  sealed: (dossier, fact) => ({
    ...moved(dossier, fact, 'issued'),
    seal: { seal: fact.body['seal'] as string, by: markOf(fact) },
  }),
  posted: (dossier, fact) => ({
    ...moved(dossier, fact, 'in-post'),
    posting: { freight: fact.body['freight'] as Posting['freight'], by: markOf(fact), track: [] },
  }),
  'waybill-recorded': (dossier, fact) => ({
    ...moved(dossier, fact),
    posting: { ...dossier.posting!, ...(fact.body as { carrier: string; waybill: string }) },
  }),
  tracked: (dossier, fact) => ({
    ...dossier,
    posting: { ...dossier.posting!, track: fact.body['events'] as Posting['track'] },
  }),
  'post-returned': (dossier, fact) =>
    moved(dossier, fact, dossier.decision?.result === 'refused' ? 'not-accepted' : 'issued'),
  delivered: (dossier, fact) => ({
    ...moved(dossier, fact, fact.body['toCheck'] === true ? 'under-check' : dossier.state),
    delivered: { mode: fact.body['mode'] as DeliveryMode, by: markOf(fact) },
    ...(fact.body['receipt'] && dossier.posting
      ? { posting: { ...dossier.posting, receipt: fact.body['receipt'] as NonNullable<Posting['receipt']> } }
      : {}),
  }),
  checked: (dossier, fact) => {
    const result = fact.body['result'] as AfterCheck['result']
    return {
      ...moved(dossier, fact, AFTER_CHECK[result] ?? dossier.state),
      check: { result, text: fact.body['text'] as string, by: markOf(fact) },
    }
  },
  'rectification-lapsed': (dossier, fact) => moved(dossier, fact, 'check-failed'),
  'revocation-decided': (dossier, fact) => ({
    ...moved(dossier, fact, 'revoking'),
    revocation: {
      reason: fact.body['reason'] as string,
      grant: fact.body['grant'] as string,
      seal: fact.body['seal'] as string,
      by: markOf(fact),
    },
  }),
  revoked: (dossier, fact) => ended(dossier, fact, 'revoked'),
  closed: (dossier, fact) => ended(dossier, fact, 'closed'),
  withdrawn: (dossier, fact) => ended(dossier, fact, 'withdrawn'),
  lapsed: (dossier, fact) => ended(dossier, fact, 'lapsed'),
  'document-rendered': (dossier, fact) => ({
    ...dossier,
    papers: [...dossier.papers, { ...(fact.body['paper'] as Paper), at: fact.at }],
  }),
}

function moved(dossier: CaseDossier, fact: Fact, state: CaseDossier['state'] = dossier.state): CaseDossier {
  return { ...dossier, state, last: last(fact, fact.kind) }
}

const AFTER_CHECK: Partial<Record<AfterCheck['result'], CaseDossier['state']>> = {
  rectify: 'rectifying',
  broken: 'check-failed',
}

function visited(dossier: CaseDossier, fact: Fact, more: Partial<Visit>): CaseDossier {
  return { ...moved(dossier, fact), visit: { ...dossier.visit!, ...more } }
}

function ended(dossier: CaseDossier, fact: Fact, how: NonNullable<CaseDossier['ended']>['how']): CaseDossier {
  return { ...moved(dossier, fact, how), ended: { how, at: fact.at } }
}

function decisionOf(fact: Fact): Omit<NonNullable<CaseDossier['decision']>, 'result'> {
  return { reason: fact.body['reason'] as string, grant: fact.body['grant'] as string, by: markOf(fact) }
}

/** The clerk's checklist laid over what was handed in. */
function checked(dossier: CaseDossier, fact: Fact): CaseDossier['materials'] {
  const lines = (fact.body['checklist'] ?? {}) as Record<string, Pick<HeldMaterial, 'verdict' | 'note'>>
  const materials = { ...dossier.materials }
  for (const [id, line] of Object.entries(lines)) {
    const held = materials[id] ?? { files: [], paperOriginals: 0, paperCopies: 0, verdict: 'unchecked' }
    materials[id] = { ...held, ...line }
  }
  return materials
}

function last(fact: Fact, act: string): CaseDossier['last'] {
  return { act, seq: fact.seq, by: markOf(fact) }
}
