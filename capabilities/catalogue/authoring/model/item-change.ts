import type { Actor } from '#engine/actor.ts'
import { legalDay, startOfDay } from '#engine/day.ts'
import type { Procedure, State, Timer } from '#engine/procedure/procedure.ts'
import { failToGoLive, goLive, lapse, markOverdue, morningAfter, runOf } from '../actions/by-clock.ts'
import { approve, callOff, publish, sendBack, submit, withdraw } from '../actions/decide.ts'
import { moveOnFromFile, openFromFile } from '../actions/from-file.ts'
import { openFromAbove, settle } from '../actions/from-above.ts'
import { comment, edit, open } from '../actions/write.ts'
import { apply } from './apply.ts'
import { NO_CHANGE, type ChangeDossier } from './dossier.ts'
import { dueDayOf } from './limits.ts'
import type { ChangeWorld } from './world.ts'

const waits = (role: string, clock: string): State => ({ waitsFor: [role], clocks: [clock] })
const final: State = { final: true, waitsFor: [], clocks: [] }

export interface ItemChange extends Procedure<ChangeDossier, ChangeWorld> {
  timers(dossier: ChangeDossier, world: Pick<ChangeWorld, 'calendar'>): readonly Timer[]
}

/**
 * A version of an item from its draft to its first day (事项变更): the department drafts and answers for it, another body approves it
 * by another hand, and nothing that fails the quality gate is published (DW-3.3.11-03, DW-3.3.12-05; YY-1.2.2-12).
 */
export const itemChange: ItemChange = {
  name: 'item-change',
  version: 1,
  initial: NO_CHANGE,
  states: {
    draft: waits('item-author', 'draft'),
    submitted: waits('item-approver', 'review'),
    returned: waits('item-author', 'draft'),
    approved: waits('item-approver', 'publish'),
    // Its first day ends it; the approver may still call it off.
    scheduled: waits('item-approver', 'first-day'),
    published: final,
    withdrawn: final,
  },
  actions: [
    ...[open, edit, comment, submit, sendBack, approve, publish, callOff, withdraw],
    ...[goLive, failToGoLive, lapse, markOverdue],
    ...[openFromFile, moveOnFromFile, openFromAbove, settle],
  ],
  apply,
  rolesOf,
  // No act of it needs a power over an item; the question is the engine's to ask and never comes.
  powerQuestion: ({ dossier, power, now }) => ({
    ...{ power, item: dossier.item, body: '', place: '', day: legalDay(now) },
  }),
  timers(dossier, { calendar }) {
    if (dossier.state === 'scheduled') return [{ action: 'go-live', at: startOfDay(dossier.effectiveFrom!) }]
    const drafting = dossier.state === 'draft' || dossier.state === 'returned'
    // What a list above says now holds whether anybody looks or not, so such a draft is never put away.
    const action = drafting && dossier.fromAbove === undefined ? 'lapse' : 'mark-overdue'
    return Object.values(dossier.clocks).flatMap((clock) => {
      const day = dueDayOf(clock, calendar)
      return day === undefined || dossier.noted.includes(runOf(clock))
        ? []
        : [{ action, at: morningAfter(day) }]
    })
  },
}

export const CHANGE_ACTIONS = new Map(itemChange.actions.map((action) => [action.name, action]))

/** Acts that open a change or belong to a job are not to be had by naming them in a URL. */
export const NOT_BY_NAME: ReadonlySet<string> = new Set(
  itemChange.actions
    .filter(({ by, from }) => by.includes('system') || from.length === 0)
    .map(({ name }) => name),
)

/** States in which it waits for somebody with this role. */
export function statesWaitingFor(role: string): string[] {
  return Object.entries(itemChange.states)
    .filter(([, { waitsFor }]) => waitsFor.includes(role))
    .map(([name]) => name)
}

/** The body that drafts it writes in it, the body that approves for the area decides; a title in another body gives neither. */
function rolesOf(actor: Actor, { area, authorBody, approves, version }: ChangeDossier): readonly string[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind !== 'staff') return []
  // Before there is a change, whoever drafts items may begin one; the world says of which.
  if (version === 0) return actor.roles.filter((role) => role === 'item-author')
  if (actor.area !== area) return []
  return actor.roles.filter(
    (role) =>
      (role === 'item-author' && actor.body === authorBody) ||
      (role === 'item-approver' && actor.body === approves),
  )
}
