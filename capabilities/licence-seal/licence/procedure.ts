import { Type as T } from 'typebox'
import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Procedure, State, Timer } from '#engine/procedure/procedure.ts'
import { LICENCE_STATES } from '../contract.ts'
import { alter, correct } from './actions/amend.ts'
import * as byCase from './actions/by-case.ts'
import { cancel, recordForfeiture } from './actions/cancel.ts'
import { revoke, withdraw } from './actions/end.ts'
import { dropIntent, hear, intend } from './actions/intend.ts'
import { licenceAction } from './actions/licence-action.ts'
import { amendmentPaper, endAnnouncement, endingPaper, intentPaper, isUnserved } from './actions/serve.ts'
import { MEANT, recordPaper, serve, serveElectronically, serveIntent } from './actions/serve.ts'
import { serveAmendment, serveAmendmentElectronically, serveIntentElectronically } from './actions/serve.ts'
import { apply } from './apply.ts'
import { NO_LICENCE, type LicenceDossier } from './dossier.ts'
import { rolesOf } from './roles.ts'
import type { LicenceWorld } from './world.ts'

const waits = (roles: string[], ...clocks: string[]): State => ({ waitsFor: roles, clocks })

export interface LicenceProcedure extends Procedure<LicenceDossier, LicenceWorld> {
  timers(dossier: LicenceDossier, world: Pick<LicenceWorld, 'calendar'>): readonly Timer[]
}

/** A published holiday list moves due days: clocks count under the calendar that their last entry names. */
const recomputeClocks = licenceAction({
  name: 'recompute-clocks',
  from: [...LICENCE_STATES],
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ clocks }, { calendar }) => underOther(clocks, calendar.version).length > 0,
  facts: ({ dossier: { clocks }, world: { calendar } }) => [
    {
      kind: 'licence-clock-recomputed',
      body: { calendar: calendar.version },
      clock: underOther(clocks, calendar.version).map((clock) => ({
        ...{ entry: 'recompute' as const, clock, calendar: calendar.version },
      })),
    },
  ],
})

function underOther(clocks: LicenceDossier['clocks'], version: string): string[] {
  return Object.values(clocks)
    .filter(({ ended, calendar }) => ended === undefined && calendar !== version)
    .map(({ name }) => name)
}

/**
 * A licence from the grant to the day the register is closed over it: changed, renewed, revoked, withdrawn, expired, and in the end
 * cancelled (注销, 行政许可法第七十条), which everything that has lost its force still waits for.
 */
export const licence: LicenceProcedure = {
  name: 'licence',
  version: 1,
  initial: NO_LICENCE,
  states: {
    // A licence in force waits for its own last day; one without a last day for whatever may befall it.
    valid: waits(['system', 'approver'], 'validity'),
    // From an announcement on it waits for its days alone.
    ending: waits(['window-clerk', 'system'], 'delivery', 'announcement'),
    expired: waits(['approver'], 'cancellation'),
    revoked: waits(['approver'], 'cancellation'),
    withdrawn: waits(['approver'], 'cancellation'),
    forfeited: waits(['approver'], 'cancellation'),
    // Nobody's any more; whether it was got by fraud is still to be decided.
    'given-up': waits(['approver'], 'cancellation'),
    cancelled: { final: true, waitsFor: [], clocks: [] },
  },
  actions: [...Object.values(byCase), intend, hear, dropIntent, revoke, withdraw, alter, cancel].concat([
    ...[correct, recordForfeiture, serveIntent, serveIntentElectronically],
    ...[serveAmendment, serveAmendmentElectronically],
    ...[serve, serveElectronically, endAnnouncement, recordPaper, recomputeClocks],
  ]),
  apply,
  rolesOf,
  powerQuestion: ({ dossier, actor, power, now }) => ({
    ...{ power, item: dossier.item, day: legalDay(now) },
    body: actor.kind === 'staff' ? actor.body : '',
    place: actor.kind === 'staff' ? actor.place : '',
  }),
  timers: (dossier) => [...running(dossier), ...announced(dossier), ...electronically(dossier)],
}

/** An announcement counts as service with the end of its last day. */
function announced({ announced: made }: LicenceDossier): Timer[] {
  return made === undefined ? [] : [{ action: 'end-announcement', at: startOfDay(addDays(made.until, 1)) }]
}

/** Where the holder agreed to it, papers are served as soon as they are made. */
function electronically(dossier: LicenceDossier): Timer[] {
  const { state, electronic } = dossier
  if (!electronic) return []
  if (state === 'ending') return soon('serve-electronically', endingPaper(dossier))
  if (MEANT.includes(state) && isUnserved(dossier))
    return soon('serve-intent-electronically', intentPaper(dossier))
  return state === 'valid' && dossier.amendment !== undefined
    ? soon('serve-amendment-electronically', amendmentPaper(dossier))
    : []
}

const soon = (action: string, paper: { at: string } | undefined): Timer[] =>
  paper === undefined ? [] : [{ action, at: paper.at }]

/** Nobody has to say that its last day has passed; a renewal filed in time holds it. */
function running({ state, validUntil, application }: LicenceDossier): Timer[] {
  const held = application?.kind === 'renew' && application.inTime
  return state === 'valid' && validUntil !== undefined && !held
    ? [{ action: 'expire', at: startOfDay(addDays(validUntil, 1)) }]
    : []
}

export const LICENCE_ACTIONS = new Map(licence.actions.map((action) => [action.name, action]))

/** Acts of a job alone are not to be had by naming them in a URL. */
export const LICENCE_SYSTEM_ACTS: ReadonlySet<string> = new Set(
  licence.actions.filter(({ by }) => by.every((role) => role === 'system')).map(({ name }) => name),
)
