import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { licensing } from '../../model/limits.ts'
import type { CaseWorld } from '../../model/world.ts'
import { SPECIAL_KINDS, SPECIAL_NAMES, type SpecialProcedure } from './dossier.ts'
import { Receiver } from './receiver.ts'
import { clockOf, EXAMINED, noticeOf, ready, runningOf, toldDay, toServe, unserved } from './rules.ts'
import { standStill } from './standstill.ts'

/** The written notice (特别程序告知书) reaches the applicant; from this day on the limits stand still. */
export const serveSpecial = caseAction({
  name: 'serve-special',
  from: EXAMINED,
  to: EXAMINED,
  by: ['window-clerk', 'reviewer', 'approver'],
  input: T.Object({ kind: T.Enum([...SPECIAL_KINDS]), ...Receiver }, { additionalProperties: false }),
  offered: (dossier) => unserved(dossier).length > 0,
  refuse: ({ dossier, input, now, world }) => {
    const one = runningOf(dossier, input.kind)
    const id = one && toServe(one)
    if (id === undefined) return refusal('special-not-running')
    return noticeOf(dossier, id) === undefined
      ? refusal('notice-not-ready')
      : tooLate(one!, dossier, now, world)
  },
  facts: (act) => {
    const { kind, ...receiver } = act.input
    return [served(act, runningOf(act.dossier, kind)!, 'window', receiver)]
  },
})

/** The same into the applicant's inbox, where they chose electronic delivery and the notice exists. */
export const serveSpecialElectronically = caseAction({
  name: 'serve-special-electronically',
  from: EXAMINED,
  to: EXAMINED,
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: ({ delivery }) => delivery === 'electronic',
  refuse: ({ dossier, now, world }) => {
    const all = ready(dossier)
    if (all.length === 0) return refusal('notice-not-ready')
    const late = all.map(({ one }) => tooLate(one, dossier, now, world))
    return late.every((refused) => refused !== undefined) ? late[0] : undefined
  },
  facts: (act) =>
    ready(act.dossier)
      .filter(({ one }) => tooLate(one, act.dossier, act.now, act.world) === undefined)
      .map(({ one }) => served(act, one, 'electronic')),
})

/** That it needs longer is told while the told days run, or not at all. */
function tooLate(
  one: SpecialProcedure,
  dossier: CaseDossier,
  now: string,
  world: CaseWorld,
): Refusal | undefined {
  const last = one.served && toldDay(dossier, one, world.calendar)
  return last !== undefined && legalDay(now) > last
    ? refusal('special-extension-late', {
        facts: { day: last },
        basis: licensing(world.item, '第四十五条'),
      })
    : undefined
}

function served(
  act: CaseAct<unknown>,
  one: SpecialProcedure,
  mode: 'window' | 'electronic',
  receiver?: unknown,
): NewFact {
  const { dossier, now, world } = act
  const { id, kind, told } = one
  const said = receiver === undefined ? {} : { receiver: world.seal(receiver) }
  if (one.served !== undefined) return servedLonger(act, one, { mode, ...said })
  const basis = licensing(world.item, '第四十五条')
  const moment = { day: legalDay(now), at: now, calendar: world.calendar.version }
  const limit: ClockEntry = {
    ...{ entry: 'start', clock: clockOf(kind), kind: 'special', ...told, ...moment },
    ...{ event: '送达特别程序告知书', basis: '告知书载明的所需时间' },
  }
  return {
    kind: 'special-served',
    body: { id, mode, ...said },
    clock: [...standStill(dossier.clocks, { ground: SPECIAL_NAMES[kind], basis, notice: id }, moment), limit],
  }
}

/** The told days grow by what the second notice says; the limits stand still on under the first. */
function servedLonger(
  { now, world }: CaseAct<unknown>,
  { id, kind, extension }: SpecialProcedure,
  said: { mode: 'window' | 'electronic' },
): NewFact {
  const longer: ClockEntry = {
    ...{ entry: 'extend', clock: clockOf(kind), amount: extension!.told.amount },
    ...{ day: legalDay(now), at: now, calendar: world.calendar.version },
    ...{ approvedBy: '本行政机关', reason: '原告知的时间不够' },
    basis: licensing(world.item, '第四十五条'),
  }
  return { kind: 'special-served', body: { id, longer: true, ...said }, clock: [longer] }
}
