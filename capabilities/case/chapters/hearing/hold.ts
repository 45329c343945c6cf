import { Type as T } from 'typebox'
import { due } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { endRunning, licensing } from '../../model/limits.ts'
import { EXAMINED } from '../special/rules.ts'
import { runAgain } from '../special/standstill.ts'
import { examiners, farEnough, isOwed, NOTICE_AHEAD, objectionOpen } from './rules.ts'

const ART_48 = '第四十八条第一款'

interface Convening {
  day: string
  presider: string
}

/** Time, place and presider of the hearing (听证通知); called again, it takes the place of the call before. */
export const conveneHearing = caseAction({
  name: 'convene-hearing',
  from: EXAMINED,
  to: EXAMINED,
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      day: T.String({ format: 'date' }),
      time: T.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
      place: T.String({ minLength: 2, maxLength: 100 }),
      presider: T.String({ minLength: 1, maxLength: 60 }),
      closedBecause: T.Optional(T.String({ maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  offered: isOwed,
  bars: byWindow.decides,
  refuse: (act) => presiderUnfit(act, act.input) ?? dayUnlawful(act, act.input),
  facts: ({ input, world }) => {
    const { closedBecause, ...open } = input
    return [
      {
        kind: 'hearing-convened',
        body: {
          ...paperOf(world),
          ...open,
          ...(closedBecause ? { closedBecause: world.seal(closedBecause) } : {}),
        },
      },
    ]
  },
})

/**
 * A colleague of the body that decides presides, and nobody who examines the application; while the examination is open that
 * is also whoever convenes as reviewer.
 */
function presiderUnfit({ dossier, actor, world }: CaseAct<unknown>, { presider }: Convening) {
  const basis = licensing(world.item, `${ART_48}第三项`)
  const held = world.posts.find(({ post }) => post === presider)
  if (held === undefined || !held.onDuty || held.body !== dossier.decidingBody)
    return refusal('presider-unknown', { basis })
  if (objectionOpen(dossier) && presider === dossier.hearing!.convened!.presider)
    return refusal('presider-objected', { basis })
  const own = actor.kind === 'staff' && actor.roles.includes('reviewer') ? [actor.person] : []
  return [...examiners(dossier).people, ...own].includes(held.person)
    ? refusal('presider-reviewed', { basis })
    : undefined
}

/** Seven working days after the notice, twenty after the request; once both cannot be had, the first of them counts. */
function dayUnlawful({ dossier, now, world }: CaseAct<unknown>, { day }: Convening): Refusal | undefined {
  const today = legalDay(now)
  const { calendar } = world
  if (!farEnough(today, day, calendar))
    return refusal('hearing-notice-short', {
      facts: { day, first: calendar.addWorkingDays(today, NOTICE_AHEAD) },
      basis: licensing(world.item, `${ART_48}第一项`),
    })
  const clock = dossier.clocks['hearing']
  const last = clock && due(clock, calendar).day
  if (last === undefined || day <= last || calendar.addWorkingDays(today, NOTICE_AHEAD) > last)
    return undefined
  return refusal('hearing-too-late', {
    facts: { day, last },
    basis: licensing(world.item, '第四十七条第一款'),
  })
}

/** The role of whoever presides, by the call alone. */
export const PRESIDER = 'hearing-presider'

/**
 * The record of the hearing (听证笔录): who examined gives evidence and reasons, the others answer (第四十八条第一款第四项), and those who
 * took part confirm and sign it (第五项). Who will not sign is named with the reason, as 行政处罚法第六十四条第八项 has it for penalties.
 */
export const recordHearing = caseAction({
  name: 'record-hearing',
  from: EXAMINED,
  to: EXAMINED,
  by: [PRESIDER],
  input: T.Object(
    {
      people: T.Array(T.String({ minLength: 2, maxLength: 60 }), { minItems: 1, maxItems: 60 }),
      /** Evidence and reasons of whoever examined the application. */
      evidence: T.String({ minLength: 4, maxLength: 4000 }),
      /** What the parties said and how they answered. */
      record: T.String({ minLength: 10, maxLength: 8000 }),
      /** Everybody who took part has confirmed and signed. */
      signed: T.Boolean(),
      /** Those who would not, each with the reason they gave. */
      refused: T.Optional(T.Array(T.String({ minLength: 2, maxLength: 200 }), { maxItems: 60 })),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => isOwed(dossier) && dossier.hearing?.convened !== undefined,
  bars: ({ dossier, actor, world }) =>
    actor.kind === 'staff' && examiners(dossier).people.includes(actor.person)
      ? refusal('presider-reviewed', { basis: licensing(world.item, `${ART_48}第三项`) })
      : undefined,
  refuse: ({ dossier, input, now, world }) => {
    const { served, day } = dossier.hearing!.convened!
    if (served === undefined)
      return refusal('hearing-notice-unserved', { basis: licensing(world.item, `${ART_48}第一项`) })
    if (legalDay(now) < day) return refusal('hearing-not-yet', { facts: { day } })
    if (objectionOpen(dossier))
      return refusal('presider-objected', { basis: licensing(world.item, `${ART_48}第三项`) })
    return input.signed || (input.refused ?? []).length > 0
      ? undefined
      : refusal('hearing-unsigned', { basis: licensing(world.item, `${ART_48}第五项`) })
  },
  facts: ({ dossier, input, now, world }) => {
    const { id, convened } = dossier.hearing!
    // The limits run again from the day of the hearing, also when its record is filed a day later.
    const moment = { day: convened!.day, at: now, calendar: world.calendar.version }
    return [
      {
        kind: 'hearing-held',
        body: {
          ...{ on: convened!.day, paper: world.newId(), presider: convened!.presider },
          ...{ people: world.seal(input.people), evidence: world.seal(input.evidence) },
          record: world.seal(input.record),
          ...(input.refused === undefined || input.signed ? {} : { refused: world.seal(input.refused) }),
        },
        clock: [...endRunning(dossier.clocks, ['hearing'], moment), ...runAgain(dossier.clocks, id, moment)],
      },
    ]
  },
})

/** Whoever decides says how the record was taken into account: the decision rests on it (第四十八条第二款). */
export const weighHearing = caseAction({
  name: 'weigh-hearing',
  from: EXAMINED,
  to: 'same',
  by: ['approver'],
  input: T.Object({ text: T.String({ minLength: 10, maxLength: 2000 }) }, { additionalProperties: false }),
  offered: ({ hearing }) => hearing?.held !== undefined && hearing.weighed === undefined,
  bars: byWindow.decides,
  facts: ({ input, world }) => [{ kind: 'hearing-weighed', body: { text: world.seal(input.text) } }],
})
