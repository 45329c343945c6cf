import type { Fact } from '#engine/fact.ts'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { ProcedureName } from '../contract.ts'
import { CHAPTERS } from '../chapters/index.ts'
import type { AfterCheck, CaseDossier, Paper, Posting, Visit } from './dossier.ts'
import { checked, ended, last, moved, servedOn, type Apply } from './fold.ts'
import { markOf, roleMark } from './marks.ts'
import { answered, noticed } from './supplement.ts'

type LeftOpenCode = NonNullable<Visit['left']>['code']

/** What each kind of fact does to the dossier. Bodies are what `actions/` wrote; facts are never changed afterwards. */
export const apply: Readonly<Record<string, Apply>> = {
  received: (_none, fact) => {
    const body = fact.body as unknown as Omit<CaseDossier, 'state'>
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
  promised: (dossier, fact) => ({
    ...dossier,
    promise: {
      how: fact.body['how'] as 'online' | 'on-paper',
      at: fact.at,
      ...(typeof fact.body['by'] === 'string' ? { by: fact.body['by'] } : {}),
    },
  }),
  'commitment-withdrawn': (dossier, fact) => {
    const { acceptance: _undone, ...open } = dossier
    const { procedure, on, unasked } = fact.body as {
      procedure: ProcedureName
      on?: string
      unasked: string[]
    }
    return {
      ...moved(open, fact, dossier.state === 'accepted' ? 'received' : dossier.state),
      procedure,
      ...(on === undefined ? {} : { receivedOn: on }),
      ...(dossier.promise ? { promise: { ...dossier.promise, withdrawnAt: fact.at } } : {}),
      ...(dossier.supplement ? { supplement: { ...dossier.supplement, unasked } } : {}),
    }
  },
  'left-open': (dossier, fact) =>
    visited(dossier, fact, {
      left: {
        code: fact.body['code'] as LeftOpenCode,
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
      on: fact.body['day'] as string,
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
    ...leftFor('papers-missing', moved(dossier, fact, 'supplementing'), fact),
    materials: checked(dossier, fact),
    supplement: noticed(dossier, fact),
    ...servedOn(dossier, fact),
  }),
  supplied: (dossier, fact) => ({
    ...atCounter(moved(dossier, fact, 'received'), fact),
    receivedOn: fact.body['on'] as string,
    materials: { ...dossier.materials, ...(fact.body['materials'] as CaseDossier['materials']) },
    ...(dossier.supplement ? { supplement: answered(dossier.supplement, fact) } : {}),
  }),
  'refusal-proposed': (dossier, fact) => ({
    ...moved(dossier, fact, 'refusal-proposed'),
    proposal: {
      reason: fact.body['reason'] as string,
      ...(fact.body['basis'] ? { basis: fact.body['basis'] as string } : {}),
      ...{ by: markOf(fact), ...groundOf(fact) },
    },
  }),
  'returned-to-window': (dossier, fact) => moved(dossier, fact, 'received'),
  'acceptance-refused': (dossier, fact) => ({
    ...moved(dossier, fact, 'not-accepted'),
    decision: { ...decisionOf(fact), result: 'refused' },
    ...barredOf(fact),
  }),
  accepted: (dossier, fact) => ({
    ...moved(dossier, fact, 'accepted'),
    materials: checked(dossier, fact),
    ...(dossier.supplement ? { supplement: { ...dossier.supplement, open: false } } : {}),
    acceptance: {
      on: fact.body['on'] as string,
      deemed: fact.body['deemed'] as boolean,
      by: roleMark(fact, 'window-clerk'),
    },
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
    ...barredOf(fact),
  }),
  sealed: (dossier, fact) => ({
    ...moved(dossier, fact, 'issued'),
    seal: { seal: fact.body['seal'] as string, by: markOf(fact) },
  }),
  posted: (dossier, fact) => ({
    ...moved(dossier, fact, 'in-post'),
    posting: {
      ...(fact.body as Pick<Posting, 'order' | 'freight'>),
      ...{ by: markOf(fact), moves: 0 },
    },
  }),
  'waybill-recorded': (dossier, fact) => ({
    ...moved(dossier, fact),
    posting: { ...dossier.posting!, ...(fact.body as { carrier: string; waybill: string }) },
  }),
  tracked: (dossier, fact) => ({
    ...dossier,
    posting: {
      ...dossier.posting!,
      track: fact.body['events'] as string,
      moves: fact.body['moves'] as number,
    },
  }),
  // Back at the window; it may be posted again or fetched, and the record keeps the first journey.
  'post-returned': (dossier, fact) => {
    const { posting: _over, ...here } = dossier
    return moved(here, fact, dossier.decision?.result === 'refused' ? 'not-accepted' : 'issued')
  },
  delivered: (dossier, fact) => ({
    ...moved(dossier, fact, fact.body['toCheck'] === true ? 'under-check' : dossier.state),
    delivered: { mode: fact.body['mode'] as DeliveryMode, by: markOf(fact) },
    ...(fact.body['receipt'] && dossier.posting
      ? { posting: { ...dossier.posting, receipt: fact.body['receipt'] as NonNullable<Posting['receipt']> } }
      : {}),
  }),
  checked: (dossier, fact) => {
    const { result, text, paper, notice } = fact.body as {
      result: AfterCheck['result']
      text: string
      paper?: string
      notice?: boolean
    }
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
  'revocation-decided': (dossier, fact) => ({
    ...moved(dossier, fact, 'revoking'),
    ...barredOf(fact),
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
  // Only the clocks change, which the engine folds; nobody's step was taken.
  'clock-recomputed': (dossier) => dossier,
  'document-rendered': (dossier, fact) => ({
    ...dossier,
    papers: [...dossier.papers, { ...(fact.body['paper'] as Paper), at: fact.at }],
  }),
  ...Object.assign({}, ...CHAPTERS.map((chapter) => chapter.apply)),
}

const AFTER_CHECK: Partial<Record<AfterCheck['result'], CaseDossier['state']>> = {
  rectify: 'rectifying',
  broken: 'check-failed',
}

/** A notice of missing papers says for itself why the visit could not end with a decision. */
function leftFor(code: LeftOpenCode, dossier: CaseDossier, fact: Fact): CaseDossier {
  const { visit } = dossier
  if (visit === undefined || visit.ended !== undefined || visit.left !== undefined) return dossier
  return { ...dossier, visit: { ...visit, left: { code, by: markOf(fact) } } }
}

/** Whoever brings the missing papers to a window is there again, and waits again for the decision; a letter waits for nobody. */
function atCounter(dossier: CaseDossier, fact: Fact): CaseDossier {
  const again =
    dossier.procedure !== 'approval' && fact.actor.kind === 'staff' && fact.body['byPost'] !== true
  return again ? { ...dossier, visit: { on: fact.body['on'] as string } } : dossier
}

function visited(dossier: CaseDossier, fact: Fact, more: Partial<Visit>): CaseDossier {
  return { ...moved(dossier, fact), visit: { ...dossier.visit!, ...more } }
}

function decisionOf(fact: Fact): Omit<NonNullable<CaseDossier['decision']>, 'result'> {
  return {
    reason: fact.body['reason'] as string,
    grant: fact.body['grant'] as string,
    by: roleMark(fact, 'approver'),
    ...groundOf(fact),
  }
}

/** Why it was refused, where the fact says so: facts of before the grounds were told apart name none. */
function groundOf({ body }: Fact): Pick<NonNullable<CaseDossier['proposal']>, 'ground' | 'competentBody'> {
  const { ground, competentBody } = body as NonNullable<CaseDossier['proposal']>
  return { ...(ground ? { ground } : {}), ...(competentBody ? { competentBody } : {}) }
}

function barredOf({ body }: Fact): Pick<CaseDossier, 'barred'> {
  return body['barred'] ? { barred: body['barred'] as NonNullable<CaseDossier['barred']> } : {}
}
