import { due } from '#engine/clock/clock.ts'
import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Procedure, State, Timer } from '#engine/procedure/procedure.ts'
import { accept, deemAccept } from '../actions/accept.ts'
import { deliverAtWindow, deliverElectronically } from '../actions/deliver.ts'
import { deny, grant, returnToReview } from '../actions/decide.ts'
import { fileAtWindow, fileOnline } from '../actions/file.ts'
import { preReview } from '../actions/pre-review.ts'
import { proposeRefusal, refuseAcceptance, returnToWindow } from '../actions/refuse-acceptance.ts'
import { recordPaper } from '../actions/record-paper.ts'
import { review } from '../actions/review.ts'
import { seal } from '../actions/seal.ts'
import { lapse, notifySupplement, supply, supplyAtWindow } from '../actions/supplement.ts'
import { withdraw } from '../actions/withdraw.ts'
import { apply } from './apply.ts'
import { NO_CASE, type CaseDossier } from './dossier.ts'
import { readyForElectronicDelivery } from './papers.ts'
import { rolesOf } from './roles.ts'
import type { CaseWorld } from './world.ts'

const open = (waitsFor: readonly string[], ...clocks: string[]): State => ({ waitsFor, clocks })
const final: State = { final: true, waitsFor: [], clocks: [] }

/**
 * Approval with a promised limit (承诺件): the general procedure of the licensing law, articles 29–44.
 * Which steps, roles and limits an item uses is data in its version; this skeleton is law.
 */
export const approval: Procedure<CaseDossier, CaseWorld> = {
  name: 'approval',
  version: 1,
  initial: NO_CASE,
  states: {
    received: open(['window-clerk', 'system'], 'notice'),
    supplementing: open(['applicant', 'system'], 'supplement'),
    'refusal-proposed': open(['approver', 'system'], 'notice'),
    accepted: open(['reviewer'], 'promised'),
    reviewed: open(['approver'], 'promised'),
    decided: open(['issuer'], 'delivery'),
    issued: open(['window-clerk', 'system'], 'delivery'),
    'not-accepted': open(['window-clerk', 'system'], 'delivery'),
    closed: final,
    withdrawn: final,
    lapsed: final,
  },
  actions: [
    fileOnline,
    fileAtWindow,
    preReview,
    accept,
    deemAccept,
    notifySupplement,
    supply,
    supplyAtWindow,
    lapse,
    proposeRefusal,
    returnToWindow,
    refuseAcceptance,
    review,
    returnToReview,
    grant,
    deny,
    seal,
    deliverAtWindow,
    deliverElectronically,
    withdraw,
    recordPaper,
  ],
  apply,
  rolesOf,
  powerQuestion: ({ dossier, actor, power, now }) => ({
    power,
    item: dossier.item.id,
    body: actor.kind === 'staff' ? actor.body : '',
    place: actor.kind === 'staff' ? actor.place : '',
    day: legalDay(now),
  }),
  timers,
}

/** System acts that fall due by themselves in the present state. */
export function timers(dossier: CaseDossier, world: Pick<CaseWorld, 'calendar'>): Timer[] {
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

function afterLastDay(
  action: string,
  clock: string,
  dossier: CaseDossier,
  world: Pick<CaseWorld, 'calendar'>,
): Timer[] {
  const running = dossier.clocks[clock]
  const day = running && due(running, world.calendar).day
  return day === undefined ? [] : [{ action, at: startOfDay(addDays(day, 1)) }]
}
