import { Type as T } from 'typebox'
import { openStops, type Clock } from '#engine/clock/clock.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { addDays, legalDay, startOfDay, type Instant, type LegalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning, licensing } from '../../model/limits.ts'
import { lastDayOf } from '../../model/served.ts'
import type { CaseWorld } from '../../model/world.ts'
import { EXAMINED } from '../special/rules.ts'
import { runAgain, standStill } from '../special/standstill.ts'
import { HOLD_WITHIN, mayAsk } from './rules.ts'
import { WAIVER, waiverRefused } from './waiver.ts'

/** The applicant asks for a hearing, or at a window somebody else who is concerned (第四十七条第一款). */
export const requestHearing = caseAction({
  name: 'request-hearing',
  from: EXAMINED,
  to: EXAMINED,
  by: ['applicant', 'window-clerk'],
  input: T.Object(
    {
      /** At a window; whoever asks online is the applicant. */
      who: T.Optional(T.Enum(['applicant', 'third-party'])),
      name: T.Optional(T.String({ maxLength: 60 })),
      reason: T.String({ minLength: 2, maxLength: 1000 }),
    },
    { additionalProperties: false },
  ),
  offered: mayAsk,
  refuse: ({ dossier, input, actor, now, world }) => {
    const last = lastDayOf(dossier, 'hearing-request', world.calendar)
    if (last !== undefined && legalDay(now) > last)
      return refusal('hearing-request-late', {
        facts: { day: last },
        basis: licensing(world.item, '第四十七条第一款'),
      })
    const other = actor.kind === 'staff' && input.who === 'third-party'
    return other && (input.name ?? '').trim() === ''
      ? refusal('input-invalid', { facts: { problems: ['请填写利害关系人的姓名或者名称'] } })
      : undefined
  },
  facts: ({ dossier, input, actor, now, world }) => {
    const by = actor.kind === 'staff' ? (input.who ?? 'applicant') : 'applicant'
    const { name, reason } = input
    return [
      {
        kind: 'hearing-requested',
        body: { by, text: world.seal({ reason, ...(name && by === 'third-party' ? { name } : {}) }) },
        clock: asked(dossier, now, world),
      },
    ]
  },
})

/**
 * Whoever asks, it is held within twenty working days of the first who did (C9), and the time it needs is left out of the limits
 * from then on. The days in which somebody may ask are counted: they pass whether or not there is a hearing.
 */
export function asked(dossier: CaseDossier, now: Instant, world: CaseWorld): ClockEntry[] {
  const { clocks } = dossier
  const { item, calendar } = world
  const moment = { day: legalDay(now), at: now }
  const limit: ClockEntry = {
    ...{ entry: 'start', clock: 'hearing', kind: 'hearing', unit: 'working-day', amount: HOLD_WITHIN },
    ...{ ...moment, event: '收到听证申请', calendar: calendar.version },
    basis: licensing(item, '第四十七条第一款'),
  }
  const runs = clocks['hearing'] !== undefined && clocks['hearing'].ended === undefined
  return [
    ...endRunning(clocks, ['hearing-request'], moment),
    ...(runs ? [] : [limit]),
    ...(isTold(dossier) ? heldStill(dossier, moment, world) : []),
  ]
}

/** Its notice has come to the applicant and says how long a hearing takes (第四十五条: 应当将所需时间书面告知申请人). */
const isTold = ({ hearing }: CaseDossier): boolean =>
  hearing?.served !== undefined && hearing.over === undefined

/** The limits stand still once for a hearing, however many ask for it. */
export function heldStill(
  { clocks, hearing }: CaseDossier,
  moment: { day: LegalDay; at: Instant },
  { item, calendar }: CaseWorld,
): ClockEntry[] {
  const notice = hearing!.id
  const stopped = (clock: Clock) => openStops(clock).some((stop) => stop.notice === notice)
  if (Object.values(clocks).some(stopped)) return []
  const ground = { ground: '听证', basis: licensing(item, '第四十五条'), notice }
  return standStill(clocks, ground, { ...moment, calendar: calendar.version })
}

/**
 * The applicant declines. Where others are concerned their right stays open to the last day, unless the window has it in
 * writing that all of them decline.
 */
export const waiveHearing = caseAction({
  name: 'waive-hearing',
  from: EXAMINED,
  to: EXAMINED,
  by: ['applicant', 'window-clerk'],
  input: T.Object(
    { everybody: T.Optional(T.Boolean()), ...WAIVER.properties },
    { additionalProperties: false },
  ),
  offered: mayAsk,
  bars: ({ dossier, actor }) =>
    actor.kind === 'citizen' && dossier.hearing?.applicantWaivedOn !== undefined
      ? refusal('not-for-this-dossier', { facts: { action: 'waive-hearing' } })
      : undefined,
  // Online the applicant gives it up under their own account; at a window somebody else writes it down.
  refuse: ({ dossier, input, actor, now }) =>
    actor.kind === 'staff' ? waiverRefused(input, dossier.hearing!.served!.on, legalDay(now)) : undefined,
  facts: (act) => {
    const { dossier, input, actor, now, world } = act
    const { everybody, ...said } = input
    const moment = { day: legalDay(now), at: now }
    const closes = dossier.hearing!.others === 0 || (actor.kind === 'staff' && everybody === true)
    const signature = actor.kind === 'staff' ? { signature: world.seal(said) } : {}
    return [
      {
        kind: 'hearing-waived',
        body: { closes, ...signature },
        clock: closes ? noHearing(act, moment) : [],
      },
    ]
  },
})

/** Nobody asked within the days: the right counts as given up (视为放弃). */
export const lapseHearingRight = caseAction({
  name: 'lapse-hearing-right',
  from: EXAMINED,
  to: EXAMINED,
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: mayAsk,
  refuse: ({ dossier, now, world }) => {
    const last = lastDayOf(dossier, 'hearing-request', world.calendar)
    return last !== undefined && legalDay(now) > last
      ? undefined
      : refusal('not-overdue', { basis: licensing(world.item, '第四十七条第一款') })
  },
  facts: (act) => {
    const day = lastDayOf(act.dossier, 'hearing-request', act.world.calendar)!
    const moment = { day, at: startOfDay(addDays(day, 1)) }
    return [{ kind: 'hearing-lapsed', body: { on: day }, clock: noHearing(act, moment) }]
  },
})

/** Facts of before stopped the limits with the notice of the right; there they run again. */
function noHearing({ dossier, world }: CaseAct<unknown>, moment: { day: string; at: string }): ClockEntry[] {
  return [
    ...endRunning(dossier.clocks, ['hearing-request'], moment),
    ...runAgain(dossier.clocks, dossier.hearing!.id, { ...moment, calendar: world.calendar.version }),
  ]
}
