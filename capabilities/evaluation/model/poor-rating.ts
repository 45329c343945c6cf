import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Procedure, State, Timer } from '#engine/procedure/procedure.ts'
import { answer } from '../actions/answer.ts'
import { rejectAppeal, upholdAppeal } from '../actions/appeal.ts'
import { markOverdue, recomputeClocks } from '../actions/by-clock.ts'
import { handOver } from '../actions/hand-over.ts'
import { open } from '../actions/open.ts'
import { recordRevisit } from '../actions/revisit.ts'
import { verify } from '../actions/verify.ts'
import { apply } from './apply.ts'
import { NO_RECTIFICATION, type RectificationDossier } from './dossier.ts'
import { dueDayOf, isNoted } from './limits.ts'
import { rolesOf } from './roles.ts'
import type { RectificationWorld } from './world.ts'

const waits = (role: string, ...clocks: string[]): State => ({ waitsFor: [role], clocks })
const final: State = { final: true, waitsFor: [], clocks: [] }

export interface PoorRating extends Procedure<RectificationDossier, RectificationWorld> {
  timers(dossier: RectificationDossier, world: Pick<RectificationWorld, 'calendar'>): readonly Timer[]
}

/**
 * A poor rating from the day it was given to its answer (差评整改; GB/T 39734-2020): 核实 → 整改 → 回访 → 办结, or a second look at
 * what is called untrue or mistaken, which leaves the scores only when the supervisor agrees.
 */
export const poorRating: PoorRating = {
  name: 'poor-rating',
  version: 1,
  initial: NO_RECTIFICATION,
  states: {
    'to-verify': waits('director', 'verify', 'rectify'),
    'appeal-review': waits('supervisor', 'appeal'),
    rectifying: waits('director', 'rectify'),
    revisit: waits('director', 'revisit'),
    closed: final,
    excluded: final,
  },
  actions: [
    open,
    verify,
    upholdAppeal,
    rejectAppeal,
    answer,
    recordRevisit,
    handOver,
    markOverdue,
    recomputeClocks,
  ],
  apply,
  rolesOf,
  // No act of it needs a power over an item; the question is the engine's to ask and never comes.
  powerQuestion: ({ dossier, power, now }) => ({
    ...{ power, item: dossier.item, body: '', place: '', day: legalDay(now) },
  }),
  timers(dossier, { calendar }) {
    // One at a time: its act sets the next.
    const days = Object.values(dossier.clocks).flatMap((clock) => {
      const dueDay = dueDayOf(clock, calendar)
      const missed = { clock: clock.name, started: clock.start.at, dueDay: dueDay ?? '' }
      return dueDay === undefined || isNoted(dossier, missed) ? [] : [dueDay]
    })
    const first = days.toSorted()[0]
    return first === undefined ? [] : [{ action: 'mark-overdue', at: startOfDay(addDays(first, 1)) }]
  },
}

export const RECTIFICATION_ACTIONS = new Map(poorRating.actions.map((action) => [action.name, action]))

/** Acts that open a dossier or belong to a job are not to be had by naming them in a URL. */
export const SYSTEM_ACTS: ReadonlySet<string> = new Set(
  poorRating.actions.filter(({ by }) => by.includes('system')).map(({ name }) => name),
)

/** States in which it waits for somebody with this role. */
export function statesWaitingFor(role: string): string[] {
  return Object.entries(poorRating.states)
    .filter(([, { waitsFor }]) => waitsFor.includes(role))
    .map(([name]) => name)
}
