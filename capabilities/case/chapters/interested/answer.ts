import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { addDays, legalDay, startOfDay, type Instant } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { endRunning, licensing } from '../../model/limits.ts'
import { lastDayOf } from '../../model/served.ts'
import { asked } from '../hearing/answer.ts'
import { waiverRefused, WAIVER } from '../hearing/waiver.ts'
import { EXAMINED } from '../special/rules.ts'
import { ANSWERS } from './dossier.ts'
import { clockOf, oneOf, unanswered, unweighed, waiting } from './rules.ts'

/** What they said, put on record: at a window, in a letter, by telephone (陈述和申辩, 第三十六条). */
export const hearInterested = caseAction({
  name: 'hear-interested',
  from: EXAMINED,
  to: 'same',
  by: ['window-clerk', 'reviewer', 'approver'],
  input: T.Object(
    {
      id: T.String({ minLength: 1, maxLength: 60 }),
      result: T.Enum([...ANSWERS]),
      text: T.String({ minLength: 4, maxLength: 2000 }),
      ...WAIVER.properties,
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => unanswered(dossier).length > 0,
  refuse: ({ dossier, input, now, world }) => {
    const one = oneOf(dossier, input.id)
    if (one === undefined || one.answer !== undefined) return refusal('interested-unknown')
    // Whoever says something knows of it; whoever is to have waived was told first.
    if (input.result === 'waived' && one.served === undefined) return refusal('interested-unserved')
    if (input.result === 'waived') return waiverRefused(input, one.served!.on, legalDay(now))
    const last = lastDayOf(dossier, clockOf(dossier, one), world.calendar)
    return input.result === 'hearing' && last !== undefined && legalDay(now) > last
      ? refusal('hearing-request-late', {
          facts: { day: last },
          basis: licensing(world.item, '第四十七条第一款'),
        })
      : undefined
  },
  facts: ({ dossier, input: { id, result, text, ...said }, now, world }) => {
    // Who was told of the right to a hearing may state their views and still ask for one while the days run.
    const open = result === 'stated' && oneOf(dossier, id)!.hearing
    const signature = result === 'waived' ? { signature: world.seal(said) } : {}
    return [
      {
        kind: 'interested-heard',
        body: { id, result, text: world.seal(text), ...(open ? { open } : {}), ...signature },
        clock: [
          ...(open ? [] : endClocks(dossier, [id], now)),
          ...(result === 'hearing' && dossier.hearing?.held === undefined ? asked(dossier, now, world) : []),
        ],
      },
    ]
  },
})

/** The days went by, in silence or after a statement alone. */
export const lapseInterested = caseAction({
  name: 'lapse-interested',
  from: EXAMINED,
  to: EXAMINED,
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: (dossier) => unanswered(dossier).length > 0,
  refuse: ({ dossier, now, world }) =>
    waiting(dossier, world.calendar).some(({ last }) => legalDay(now) > last)
      ? undefined
      : refusal('not-overdue', { basis: licensing(world.item, '第三十六条') }),
  facts: ({ dossier, now, world }) =>
    waiting(dossier, world.calendar)
      .filter(({ last }) => legalDay(now) > last)
      .map(({ one: { id, stated }, last: on }) => ({
        kind: 'interested-silent',
        body: { id, on, ...(stated ? { stated: true } : {}) },
        clock: endClocks(dossier, [id], startOfDay(addDays(on, 1))),
      })),
})

/** What the office made of what it heard; the decision says it too (应当听取利害关系人的意见). */
export const weighInterested = caseAction({
  name: 'weigh-interested',
  from: EXAMINED,
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      id: T.String({ minLength: 1, maxLength: 60 }),
      text: T.String({ minLength: 4, maxLength: 1000 }),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => unweighed(dossier).length > 0,
  refuse: ({ dossier, input }) =>
    unweighed(dossier).some(({ id }) => id === input.id) ? undefined : refusal('interested-unknown'),
  facts: ({ input: { id, text }, world }) => [
    { kind: 'interested-weighed', body: { id, text: world.seal(text) } },
  ],
})

export function endClocks(dossier: CaseDossier, ids: readonly string[], at: Instant): ClockEntry[] {
  const names = ids.map((id) => clockOf(dossier, { id }))
  return endRunning(dossier.clocks, names, { day: legalDay(at), at })
}
