import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { legalDay } from '#engine/day.ts'
import type { NewFact } from '#engine/fact.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { licensing } from '../../model/limits.ts'
import { SPECIAL_KINDS, SPECIAL_NAMES, type SpecialProcedure } from './dossier.ts'
import { Receiver } from './receiver.ts'
import { clockOf, EXAMINED, noticeOf, ready, runningOf, unserved } from './rules.ts'
import { standStill } from './standstill.ts'

/** The written notice (特别程序告知书) reaches the applicant; from this day on the limits stand still. */
export const serveSpecial = caseAction({
  name: 'serve-special',
  from: EXAMINED,
  to: EXAMINED,
  by: ['window-clerk', 'reviewer', 'approver'],
  input: T.Object({ kind: T.Enum([...SPECIAL_KINDS]), ...Receiver }, { additionalProperties: false }),
  offered: (dossier) => unserved(dossier).length > 0,
  refuse: ({ dossier, input }) => {
    const one = runningOf(dossier, input.kind)
    if (one === undefined || one.served !== undefined) return refusal('special-not-running')
    return noticeOf(dossier, one.id) === undefined ? refusal('notice-not-ready') : undefined
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
  refuse: ({ dossier }) => (ready(dossier).length === 0 ? refusal('notice-not-ready') : undefined),
  facts: (act) => ready(act.dossier).map(({ one }) => served(act, one, 'electronic')),
})

function served(
  { dossier, now, world }: CaseAct<unknown>,
  { id, kind, told }: SpecialProcedure,
  mode: 'window' | 'electronic',
  receiver?: unknown,
): NewFact {
  const basis = licensing(world.item, '第四十五条')
  const moment = { day: legalDay(now), at: now, calendar: world.calendar.version }
  const limit: ClockEntry = {
    ...{ entry: 'start', clock: clockOf(kind), kind: 'special', ...told, ...moment },
    ...{ event: '送达特别程序告知书', basis: '告知书载明的所需时间' },
  }
  return {
    kind: 'special-served',
    body: { id, mode, ...(receiver === undefined ? {} : { receiver: world.seal(receiver) }) },
    clock: [...standStill(dossier.clocks, { ground: SPECIAL_NAMES[kind], basis, notice: id }, moment), limit],
  }
}
