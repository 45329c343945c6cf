import type { Actor } from '#engine/actor.ts'
import { foldClock } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import type { Action, Procedure, Timer } from '#engine/procedure/procedure.ts'
import type { Refusal } from '#engine/refusal.ts'
import { accept, deemAccept } from '../actions/accept.ts'
import { deliverAtWindow, deliverElectronically } from '../actions/deliver.ts'
import { fileAtWindow, fileOnline } from '../actions/file.ts'
import { deliverByPost, handToPost, recordTracking, recordWaybill, returnFromPost } from '../actions/post.ts'
import { preReview } from '../actions/pre-review.ts'
import { proposeRefusal, refuseAcceptance, returnToWindow } from '../actions/refuse-acceptance.ts'
import { recomputeClocks } from '../actions/recompute-clocks.ts'
import { recordPaper } from '../actions/record-paper.ts'
import { seal } from '../actions/seal.ts'
import { lapse, notifySupplement, supply, supplyAtWindow } from '../actions/supplement.ts'
import { withdraw } from '../actions/withdraw.ts'
import { CHAPTERS } from '../chapters/index.ts'
import type { Asking, Chapter, Step } from '../chapters/chapter.ts'
import { apply } from './apply.ts'
import { NO_CASE, type CaseDossier } from './dossier.ts'
import { endRunning } from './limits.ts'
import { readyForElectronicDelivery } from './papers.ts'
import { rolesOf } from './roles.ts'
import { afterLastDay, final, open, type CaseActions, type CaseStates, type TimerWorld } from './states.ts'
import type { CaseWorld } from './world.ts'

export interface CaseProcedure extends Procedure<CaseDossier, CaseWorld> {
  timers(dossier: CaseDossier, world: TimerWorld): readonly Timer[]
}

/** How every application comes in, whichever procedure decides it (行政许可法第二十九至三十二条). */
const COMING_IN: CaseActions = [
  ...[fileOnline, fileAtWindow, preReview, accept, deemAccept],
  ...[notifySupplement, supply, supplyAtWindow, lapse],
  ...[proposeRefusal, returnToWindow, refuseAcceptance, withdraw],
]

/** How every result is sealed and goes out (第三十八条、第四十四条). */
const GOING_OUT: CaseActions = [
  ...[seal, deliverAtWindow, deliverElectronically],
  ...[handToPost, recordWaybill, recordTracking, deliverByPost, returnFromPost, recordPaper, recomputeClocks],
]

const STATES: CaseStates = {
  received: open(['window-clerk', 'system'], 'notice'),
  supplementing: open(['applicant', 'system'], 'supplement'),
  'refusal-proposed': open(['approver', 'system'], 'notice'),
  decided: open(['issuer'], 'delivery'),
  issued: open(['window-clerk', 'system'], 'delivery'),
  'in-post': open(['window-clerk', 'system'], 'delivery'),
  'not-accepted': open(['window-clerk', 'system'], 'delivery'),
  closed: final,
  withdrawn: final,
  lapsed: final,
}

interface Middle {
  name: CaseDossier['procedure']
  states: CaseStates
  actions: CaseActions
  timers?(dossier: CaseDossier, world: TimerWorld): readonly Timer[]
}

/**
 * A procedure on a case: what lies between acceptance and decision differs, coming in and going out do not. All fold the
 * same facts, so a case whose promise is withdrawn goes on under the general procedure as the same case.
 */
export function caseProcedure({ name, states, actions, timers: own }: Middle): CaseProcedure {
  const chapters = CHAPTERS.filter(({ procedures }) => procedures?.includes(name) ?? true)
  const known = Object.assign(
    { ...STATES, ...states },
    ...chapters.map((chapter) => chapter.states),
  ) as CaseStates
  const added = chapters.flatMap((chapter) => chapter.actions)
  return {
    name,
    version: 1,
    initial: NO_CASE,
    states: known,
    actions: [...COMING_IN, ...actions, ...added, ...GOING_OUT].flatMap((action) =>
      fitted(action, known, chapters),
    ),
    apply,
    rolesOf: (actor, dossier) => [...rolesOf(actor, dossier), ...rolesBy(chapters, actor, dossier)],
    powerQuestion: ({ dossier, actor, power, now }) => ({
      power,
      item: dossier.item.id,
      body: actor.kind === 'staff' ? actor.body : '',
      place: actor.kind === 'staff' ? actor.place : '',
      day: legalDay(now),
    }),
    timers: (dossier, world) => [
      ...commonTimers(dossier, world),
      ...(own?.(dossier, world) ?? []),
      ...chapters.flatMap((chapter) => chapter.timers?.(dossier, world) ?? []),
    ],
  }
}

/**
 * A shared act names every state it knows; a procedure keeps those it has, and an act none of whose states it has is none of
 * its acts. What any chapter says stands in the way is asked before the act's own rules.
 */
function fitted(
  action: Action<CaseDossier, CaseWorld, never>,
  states: CaseStates,
  chapters: readonly Chapter[],
): Action<CaseDossier, CaseWorld, never>[] {
  const has = (state: string): boolean => state in states
  const from = action.from.filter(has)
  if (from.length === 0 && action.from.length > 0) return []
  const step = ({ dossier }: Asking): Step => ({
    by: action.by,
    moves: action.to !== 'same',
    waitsFor: states[dossier.state]?.waitsFor ?? [],
  })
  return [
    {
      ...action,
      from,
      to: action.to === 'same' ? action.to : action.to.filter(has),
      bars: (asking) =>
        firstOf(chapters, (chapter) => chapter.bars?.(action.name, asking, step(asking))) ??
        action.bars?.(asking),
      refuse: (act) =>
        firstOf(chapters, (chapter) => chapter.refuses?.(action.name, act, step(act))) ??
        action.refuse?.(act),
      facts: (act) => {
        const own = action.facts(act)
        const taken = { ...step(act), moves: action.to !== 'same' && movesOn(act, own) }
        const before = chapters.flatMap((chapter) => chapter.precedes?.(action.name, act, taken) ?? [])
        return withEnds(act, endedOnce(before, own))
      },
    },
  ]
}

/** Whether these facts lead out of the state, or on under another procedure; many acts may, and serving a notice does not. */
function movesOn({ dossier, actor, now }: Asking, facts: readonly NewFact[]): boolean {
  const after = facts.reduce(
    (folded, fact, index) =>
      apply[fact.kind]!(folded, { ...fact, seq: dossier.version + 1 + index, actor, at: now }),
    dossier,
  )
  return after.state !== dossier.state || after.procedure !== dossier.procedure
}

/**
 * An act ends or stops every clock that ran before it; one that a fact put before it has ended already (a void 会签) is left in
 * peace.
 */
function endedOnce(before: readonly NewFact[], own: readonly NewFact[]): readonly NewFact[] {
  const ended = new Set(
    before.flatMap(({ clock = [] }) => clock.flatMap((each) => (each.entry === 'end' ? [each.clock] : []))),
  )
  if (ended.size === 0) return [...before, ...own]
  const left = own.map((fact) =>
    fact.clock === undefined
      ? fact
      : { ...fact, clock: fact.clock.filter((each) => each.entry === 'start' || !ended.has(each.clock)) },
  )
  return [...before, ...left]
}

/** Facts after which a case is over. */
const OVER = new Set(['closed', 'withdrawn', 'lapsed', 'revoked', 'returned', 'terminated', 'forwarded'])

/** What a chapter still counts, such as a task nobody did, ends with the case: nobody is late in one that is over. */
function withEnds({ dossier, now }: Asking, facts: readonly NewFact[]): readonly NewFact[] {
  const last = facts.at(-1)
  if (last === undefined || !OVER.has(last.kind)) return facts
  const clocks = facts.flatMap(({ clock = [] }) => clock).reduce(foldClock, dossier.clocks)
  const ends = endRunning(clocks, Object.keys(clocks), { day: legalDay(now), at: now })
  return ends.length === 0
    ? facts
    : [...facts.slice(0, -1), { ...last, clock: [...(last.clock ?? []), ...ends] }]
}

function firstOf(
  chapters: readonly Chapter[],
  ask: (chapter: Chapter) => Refusal | undefined,
): Refusal | undefined {
  for (const chapter of chapters) {
    const refused = ask(chapter)
    if (refused !== undefined) return refused
  }
  return undefined
}

function rolesBy(chapters: readonly Chapter[], actor: Actor, dossier: CaseDossier): readonly string[] {
  return chapters.flatMap((chapter) => chapter.rolesOf?.(actor, dossier) ?? [])
}

/** System acts that fall due by themselves in the present state. */
function commonTimers(dossier: CaseDossier, world: TimerWorld): Timer[] {
  switch (dossier.state) {
    case 'received':
    case 'refusal-proposed':
      return afterLastDay('deem-accept', 'notice', dossier, world)
    case 'supplementing':
      return afterLastDay('lapse', 'supplement', dossier, world)
    case 'issued':
    case 'not-accepted':
      return readyForElectronicDelivery(dossier)
        ? [{ action: 'deliver-electronically', at: dossier.last.by.at }]
        : []
    default:
      return []
  }
}
