import type { Fact } from '#engine/fact.ts'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { ProcedureName } from '../contract.ts'
import { CHAPTERS } from '../chapters/index.ts'
import type { AfterCheck, CaseDossier, Paper, Posting, Visit } from './dossier.ts'
import { checked, ended, last, moved, servedOn, type Apply, type Checks, type Serves } from './fold.ts'
import { markOf, roleMark } from './marks.ts'
import { answered, noticed, type Supplement, type Supplied } from './supplement.ts'

type LeftOpenCode = NonNullable<Visit['left']>['code']

type Grounded = Pick<NonNullable<CaseDossier['proposal']>, 'ground' | 'competentBody'>
type Decided = Grounded & { reason: string; grant: string }
type Bars = Pick<CaseDossier, 'barred'>
type Came = { on: string; byPost?: boolean }

/** What each kind of fact does to the dossier. Bodies are what `actions/` wrote; facts are never changed afterwards. */
export const apply: Readonly<Record<string, Apply>> = {
  received: (_none, fact: Fact<Omit<CaseDossier, 'state'>>) => {
    const { body } = fact
    const { procedure = 'approval', channel, firstReceivedOn } = body
    // Whoever stands at the window with an on-the-spot matter waits for its decision; not who left it at a station.
    const inOneVisit = procedure !== 'approval' && channel === 'window' && body.sentFrom === undefined
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
  promised: (dossier, fact: Fact<{ how: 'online' | 'on-paper'; by?: string }>) => ({
    ...dossier,
    promise: {
      how: fact.body.how,
      at: fact.at,
      ...(fact.body.by !== undefined ? { by: fact.body.by } : {}),
    },
  }),
  'commitment-withdrawn': (
    dossier,
    fact: Fact<{ procedure: ProcedureName; on?: string; unasked: string[] }>,
  ) => {
    const { acceptance: _undone, ...open } = dossier
    const { procedure, on, unasked } = fact.body
    return {
      ...moved(open, fact, dossier.state === 'accepted' ? 'received' : dossier.state),
      procedure,
      ...(on === undefined ? {} : { receivedOn: on }),
      ...(dossier.promise ? { promise: { ...dossier.promise, withdrawnAt: fact.at } } : {}),
      ...(dossier.supplement ? { supplement: { ...dossier.supplement, unasked } } : {}),
    }
  },
  'left-open': (dossier, fact: Fact<{ code: LeftOpenCode; text: string }>) =>
    visited(dossier, fact, {
      left: {
        code: fact.body.code,
        text: fact.body.text,
        by: markOf(fact),
      },
    }),
  'visit-ended': (dossier, fact: Fact<{ explained: boolean }>) =>
    visited(dossier, fact, {
      ended: { explained: fact.body.explained, at: fact.at },
    }),
  surveyed: (dossier, fact: Fact<{ day: string; result: 'met' | 'not-met'; text: string }>) => ({
    ...moved(dossier, fact),
    survey: {
      on: fact.body.day,
      result: fact.body.result,
      text: fact.body.text,
      by: markOf(fact),
    },
  }),
  'pre-reviewed': (dossier, fact: Fact<{ passed: boolean }>) => ({
    ...moved(dossier, fact),
    preReview: { passed: fact.body.passed, at: fact.at },
  }),
  'supplement-notified': (dossier, fact: Fact<Checks & Serves & { supplement: Supplement }>) => ({
    ...leftFor('papers-missing', moved(dossier, fact, 'supplementing'), fact),
    materials: checked(dossier, fact),
    supplement: noticed(dossier, fact),
    ...servedOn(dossier, fact),
  }),
  supplied: (dossier, fact: Fact<Supplied & Came>) => ({
    ...atCounter(moved(dossier, fact, 'received'), fact),
    receivedOn: fact.body.on,
    materials: { ...dossier.materials, ...fact.body.materials },
    ...(dossier.supplement ? { supplement: answered(dossier.supplement, fact) } : {}),
  }),
  'refusal-proposed': (dossier, fact: Fact<Grounded & { reason: string; basis?: string }>) => ({
    ...moved(dossier, fact, 'refusal-proposed'),
    proposal: {
      reason: fact.body.reason,
      ...(fact.body.basis ? { basis: fact.body.basis } : {}),
      ...{ by: markOf(fact), ...groundOf(fact) },
    },
  }),
  'returned-to-window': (dossier, fact) => moved(dossier, fact, 'received'),
  'acceptance-refused': (dossier, fact: Fact<Decided & Bars>) => ({
    ...moved(dossier, fact, 'not-accepted'),
    decision: { ...decisionOf(fact), result: 'refused' },
    ...barredOf(fact),
  }),
  accepted: (dossier, fact: Fact<Checks & { on: string; deemed: boolean }>) => ({
    ...moved(dossier, fact, 'accepted'),
    materials: checked(dossier, fact),
    ...(dossier.supplement ? { supplement: { ...dossier.supplement, open: false } } : {}),
    acceptance: {
      on: fact.body.on,
      deemed: fact.body.deemed,
      by: roleMark(fact, 'window-clerk'),
    },
  }),
  reviewed: (dossier, fact: Fact<{ opinion: 'grant' | 'deny'; text: string }>) => ({
    ...moved(dossier, fact, 'reviewed'),
    review: {
      opinion: fact.body.opinion,
      text: fact.body.text,
      by: markOf(fact),
    },
  }),
  'returned-to-review': (dossier, fact) => moved(dossier, fact, 'accepted'),
  granted: (dossier, fact: Fact<Decided>) => ({
    ...moved(dossier, fact, 'decided'),
    decision: { ...decisionOf(fact), result: 'granted' },
  }),
  denied: (dossier, fact: Fact<Decided & Bars>) => ({
    ...moved(dossier, fact, 'decided'),
    decision: { ...decisionOf(fact), result: 'denied' },
    ...barredOf(fact),
  }),
  sealed: (dossier, fact: Fact<{ seal: string }>) => ({
    ...moved(dossier, fact, 'issued'),
    seal: { seal: fact.body.seal, by: markOf(fact) },
  }),
  posted: (dossier, fact: Fact<Pick<Posting, 'order' | 'freight'>>) => ({
    ...moved(dossier, fact, 'in-post'),
    posting: {
      ...fact.body,
      ...{ by: markOf(fact), moves: 0 },
    },
  }),
  'waybill-recorded': (dossier, fact: Fact<{ carrier: string; waybill: string }>) => ({
    ...moved(dossier, fact),
    posting: { ...dossier.posting!, ...fact.body },
  }),
  tracked: (dossier, fact: Fact<{ events: string; moves: number }>) => ({
    ...dossier,
    posting: {
      ...dossier.posting!,
      track: fact.body.events,
      moves: fact.body.moves,
    },
  }),
  // Back at the window; it may be posted again or fetched, and the record keeps the first journey.
  'post-returned': (dossier, fact) => {
    const { posting: _over, ...here } = dossier
    return moved(here, fact, dossier.decision?.result === 'refused' ? 'not-accepted' : 'issued')
  },
  delivered: (
    dossier,
    fact: Fact<{ mode: DeliveryMode; receipt?: NonNullable<Posting['receipt']>; toCheck: boolean }>,
  ) => ({
    ...moved(dossier, fact, fact.body.toCheck ? 'under-check' : dossier.state),
    delivered: { mode: fact.body.mode, by: markOf(fact) },
    ...(fact.body.receipt && dossier.posting
      ? { posting: { ...dossier.posting, receipt: fact.body.receipt } }
      : {}),
  }),
  checked: (
    dossier,
    fact: Fact<Serves & { result: AfterCheck['result']; text: string; paper?: string; notice?: boolean }>,
  ) => {
    const { result, text, paper, notice } = fact.body
    const { noticeAnnounced: _over, ...rest } = dossier
    // Before notices were served the days to put things right ran from the check, and its fact named the last of them.
    const told = notice === true && paper !== undefined ? { notice: paper } : {}
    return {
      ...moved(rest, fact, AFTER_CHECK[result] ?? dossier.state),
      check: { result, text, by: markOf(fact), ...told },
      ...servedOn(dossier, fact),
    }
  },
  'rectification-lapsed': (dossier, fact) => moved(dossier, fact, 'check-failed'),
  'revocation-decided': (dossier, fact: Fact<Bars & { reason: string; grant: string; seal: string }>) => ({
    ...moved(dossier, fact, 'revoking'),
    ...barredOf(fact),
    revocation: {
      reason: fact.body.reason,
      grant: fact.body.grant,
      seal: fact.body.seal,
      by: markOf(fact),
    },
  }),
  revoked: (dossier, fact) => ended(dossier, fact, 'revoked'),
  closed: (dossier, fact) => ended(dossier, fact, 'closed'),
  withdrawn: (dossier, fact) => ended(dossier, fact, 'withdrawn'),
  lapsed: (dossier, fact) => ended(dossier, fact, 'lapsed'),
  // Only the clocks change, which the engine folds; nobody's step was taken.
  'clock-recomputed': (dossier) => dossier,
  'document-rendered': (dossier, fact: Fact<{ paper: Paper }>) => ({
    ...dossier,
    papers: [...dossier.papers, { ...fact.body.paper, at: fact.at }],
  }),
  ...Object.assign({}, ...CHAPTERS.map((chapter) => chapter.apply)),
}

const AFTER_CHECK: Partial<Record<AfterCheck['result'], CaseDossier['state']>> = {
  rectify: 'rectifying',
  broken: 'check-failed',
}

/** A notice of missing papers says for itself why the visit could not end with a decision. */
function leftFor(code: LeftOpenCode, dossier: CaseDossier, fact: Fact<unknown>): CaseDossier {
  const { visit } = dossier
  if (visit === undefined || visit.ended !== undefined || visit.left !== undefined) return dossier
  return { ...dossier, visit: { ...visit, left: { code, by: markOf(fact) } } }
}

/** Whoever brings the missing papers to a window is there again, and waits again for the decision; a letter waits for nobody. */
function atCounter(dossier: CaseDossier, fact: Fact<Came>): CaseDossier {
  const again = dossier.procedure !== 'approval' && fact.actor.kind === 'staff' && fact.body.byPost !== true
  return again ? { ...dossier, visit: { on: fact.body.on } } : dossier
}

function visited(dossier: CaseDossier, fact: Fact<unknown>, more: Partial<Visit>): CaseDossier {
  return { ...moved(dossier, fact), visit: { ...dossier.visit!, ...more } }
}

function decisionOf(fact: Fact<Decided>): Omit<NonNullable<CaseDossier['decision']>, 'result'> {
  return {
    reason: fact.body.reason,
    grant: fact.body.grant,
    by: roleMark(fact, 'approver'),
    ...groundOf(fact),
  }
}

/** Why it was refused, where the fact says so: facts of before the grounds were told apart name none. */
function groundOf({ body }: Fact<Grounded>): Grounded {
  const { ground, competentBody } = body
  return { ...(ground ? { ground } : {}), ...(competentBody ? { competentBody } : {}) }
}

function barredOf({ body }: Fact<Bars>): Bars {
  return body.barred ? { barred: body.barred } : {}
}
