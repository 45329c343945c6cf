import { Type as T } from 'typebox'
import type { Timer } from '#engine/procedure/procedure.ts'
import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { end } from '../../model/limits.ts'
import { lastDayOf } from '../../model/served.ts'
import { afterLastDay, type TimerWorld } from '../../model/states.ts'
import { owed } from './dossier.ts'
import { reminderAt } from './limits.ts'
import { OPEN_STATES } from './supply.ts'

const NOTHING = T.Object({}, { additionalProperties: false })

/** Some working days before the last day, whoever has not handed everything in is reminded. */
export const remindGap = caseAction({
  name: 'remind-gap',
  from: OPEN_STATES,
  to: 'same',
  by: ['system'],
  input: NOTHING,
  offered: ({ gaps, ...dossier }) =>
    gaps !== undefined && gaps.reminded === undefined && owed({ ...dossier, gaps }).length > 0,
  refuse: ({ dossier, now, world }) => {
    const at = reminderAt(dossier, world)
    return at !== undefined && now >= at ? undefined : refusal('not-overdue')
  },
  facts: ({ dossier }) => [{ kind: 'gap-reminded', body: { materials: owed(dossier) } }],
})

/** What was promised did not come by its day: the application counts as withdrawn, as the notice said. */
export const gapLapse = caseAction({
  name: 'gap-lapse',
  from: OPEN_STATES,
  to: ['lapsed'],
  by: ['system'],
  input: NOTHING,
  offered: (dossier) => owed(dossier).length > 0,
  refuse: ({ dossier, now, world }) => {
    const last = lastDayOf(dossier, 'gap', world.calendar)
    return last !== undefined && legalDay(now) > last ? undefined : refusal('not-overdue')
  },
  facts: ({ dossier, now, world }) => [
    { kind: 'gap-broken', body: { materials: owed(dossier) } },
    {
      kind: 'lapsed',
      body: { of: 'gaps', paper: world.newId() },
      clock: Object.values(dossier.clocks)
        .filter(({ ended }) => ended === undefined)
        .map(({ name }) => end(name, { day: legalDay(now), at: now })),
    },
  ],
})

export function gapTimers(dossier: CaseDossier, world: TimerWorld): Timer[] {
  if (!OPEN_STATES.includes(dossier.state) || owed(dossier).length === 0) return []
  const at = dossier.gaps?.reminded === undefined ? reminderAt(dossier, world) : undefined
  return [
    ...(at === undefined ? [] : [{ action: 'remind-gap', at }]),
    ...afterLastDay('gap-lapse', 'gap', dossier, world),
  ]
}
