import { Type as T } from 'typebox'
import { addDays, legalDay, startOfDay, type LegalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning, licensing } from '../../model/limits.ts'
import type { TimerWorld } from '../../model/states.ts'
import { SPECIAL_KINDS, SPECIAL_RESULTS, type SpecialProcedure } from './dossier.ts'
import { clockOf, EXAMINED, running, runningOf, TECHNICAL, toldDay, unassigned } from './rules.ts'
import { runAgain } from './standstill.ts'

/** The procedure is over, with its result; the limits run again from the day after, or from the last day that was told. */
export const endSpecial = caseAction({
  name: 'end-special',
  from: EXAMINED,
  to: EXAMINED,
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      kind: T.Enum([...SPECIAL_KINDS]),
      result: T.Enum([...SPECIAL_RESULTS]),
      text: T.Optional(T.String({ maxLength: 2000 })),
      /** The technical standard it was measured by (技术标准、技术规范). */
      standard: T.Optional(T.String({ maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => running(dossier).length > 0,
  refuse: ({ dossier, input, world }) => {
    const { kind, result, standard = '' } = input
    if (runningOf(dossier, kind) === undefined) return refusal('special-not-running')
    if (result === 'called-off' || !TECHNICAL.includes(kind)) return undefined
    if (unassigned(dossier).includes(kind))
      return refusal('inspectors-missing', { basis: licensing(world.item, '第五十五条第二款') })
    return standard.trim() === ''
      ? refusal('inspection-standard-missing', { basis: licensing(world.item, '第五十五条') })
      : undefined
  },
  facts: ({ dossier, input, now, world }) => {
    const { kind, result, text, standard } = input
    const { id } = runningOf(dossier, kind)!
    const today = legalDay(now)
    const moment = { day: today, at: now }
    // Past the told days the limits run already, whether or not the job of that night has run.
    const last = toldDay(dossier, { kind }, world.calendar) ?? today
    const again = last < today ? { day: last, at: startOfDay(addDays(last, 1)) } : moment
    const others = unassigned(dossier).filter((other) => other !== kind)
    const over = [clockOf(kind), ...(others.length === 0 ? ['inspection'] : [])]
    return [
      {
        kind: 'special-ended',
        body: {
          ...{ id, result },
          ...(text ? { text: world.seal(text) } : {}),
          ...(standard ? { standard: world.seal(standard) } : {}),
        },
        clock: [
          ...endRunning(dossier.clocks, over, moment),
          ...runAgain(dossier.clocks, id, { ...again, calendar: world.calendar.version }),
        ],
      },
    ]
  },
})

/**
 * It takes longer than was told. What article 45 leaves out is the time the applicant was told of in writing, so with its last day
 * the limits run again, whenever the job came; and it is on record for everybody to see (C6).
 */
export const flagOverTold = caseAction({
  name: 'flag-over-told',
  from: EXAMINED,
  to: 'same',
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  refuse: ({ dossier, now, world }) =>
    overTold(dossier, world, legalDay(now)).length > 0
      ? undefined
      : refusal('not-overdue', { basis: '特别程序告知书载明的所需时间' }),
  facts: ({ dossier, now, world }) => [
    {
      kind: 'special-over-told',
      body: { ids: overTold(dossier, world, legalDay(now)).map(({ one }) => one.id) },
      clock: overTold(dossier, world, legalDay(now)).flatMap(({ one: { id }, day }) =>
        runAgain(dossier.clocks, id, {
          ...{ day, at: startOfDay(addDays(day, 1)), calendar: world.calendar.version },
        }),
      ),
    },
  ],
})

function overTold(dossier: CaseDossier, world: TimerWorld, today: LegalDay): readonly ToldDay[] {
  return toldDays(dossier, world).filter(({ day }) => today > day)
}

interface ToldDay {
  one: SpecialProcedure
  day: LegalDay
}

/** The last day that was told of each procedure still within it, nearest first. */
export function toldDays(dossier: CaseDossier, { calendar }: TimerWorld): ToldDay[] {
  return running(dossier)
    .flatMap((one) => {
      if (one.served === undefined || one.overToldSince !== undefined) return []
      const day = toldDay(dossier, one, calendar)
      return day === undefined ? [] : [{ one, day }]
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
