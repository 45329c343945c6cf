import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Action, Procedure, State, Timer } from '#engine/procedure/procedure.ts'
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
import { apply } from './apply.ts'
import { NO_CASE, type CaseDossier } from './dossier.ts'
import { readyForElectronicDelivery } from './papers.ts'
import { lastDayOf } from './served.ts'
import { rolesOf } from './roles.ts'
import type { CaseWorld } from './world.ts'

export interface CaseProcedure extends Procedure<CaseDossier, CaseWorld> {
  timers(dossier: CaseDossier, world: Pick<CaseWorld, 'calendar'>): readonly Timer[]
}
type CaseActions = readonly Action<CaseDossier, CaseWorld, never>[]
type CaseStates = Readonly<Record<string, State>>

export const open = (waitsFor: readonly string[], ...clocks: string[]): State => ({ waitsFor, clocks })
export const final: State = { final: true, waitsFor: [], clocks: [] }

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
  timers?(dossier: CaseDossier, world: Pick<CaseWorld, 'calendar'>): readonly Timer[]
}

/**
 * A procedure on a case: what lies between acceptance and decision differs, coming in and going out do not. All fold the
 * same facts, so a case whose promise is withdrawn goes on under the general procedure as the same case.
 */
export function caseProcedure({ name, states, actions, timers: own }: Middle): CaseProcedure {
  const known = { ...STATES, ...states }
  return {
    name,
    version: 1,
    initial: NO_CASE,
    states: known,
    actions: [...COMING_IN, ...actions, ...GOING_OUT].map((action) => fitted(action, known)),
    apply,
    rolesOf,
    powerQuestion: ({ dossier, actor, power, now }) => ({
      power,
      item: dossier.item.id,
      body: actor.kind === 'staff' ? actor.body : '',
      place: actor.kind === 'staff' ? actor.place : '',
      day: legalDay(now),
    }),
    timers: (dossier, world) => [...commonTimers(dossier, world), ...(own?.(dossier, world) ?? [])],
  }
}

/** A shared act names every state it knows; a procedure keeps those it has. */
function fitted(
  action: Action<CaseDossier, CaseWorld, never>,
  states: CaseStates,
): Action<CaseDossier, CaseWorld, never> {
  const has = (state: string): boolean => state in states
  return {
    ...action,
    from: action.from.filter(has),
    to: action.to === 'same' ? action.to : action.to.filter(has),
  }
}

/** System acts that fall due by themselves in the present state. */
function commonTimers(dossier: CaseDossier, world: Pick<CaseWorld, 'calendar'>): Timer[] {
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

export function afterLastDay(
  action: string,
  clock: string,
  dossier: CaseDossier,
  world: Pick<CaseWorld, 'calendar'>,
): Timer[] {
  const day = lastDayOf(dossier, clock, world.calendar)
  return day === undefined ? [] : [{ action, at: startOfDay(addDays(day, 1)) }]
}
