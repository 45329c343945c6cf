import { Type as T } from 'typebox'
import type { ClockEntry } from '#engine/clock/entry.ts'
import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { byWindow } from '../../actions/by-window.ts'
import { caseAction } from '../../actions/case-action.ts'
import { paperOf } from '../../actions/paper-of.ts'
import { end } from '../../model/limits.ts'
import { lastDayOf, servedDay } from '../../model/served.ts'
import { EXAMINED } from '../special/rules.ts'
import { isOpen, OBJECTIONS_MAX, objectionsBy, openObjections } from './rules.ts'

/** What is meant to be decided is made public for the days the item names; the limits to decide run on. */
export const openPublicity = caseAction({
  name: 'open-publicity',
  from: EXAMINED,
  to: 'same',
  by: ['reviewer', 'approver'],
  input: T.Object(
    { text: T.String({ minLength: 4, maxLength: 500 }), where: T.Optional(T.String({ maxLength: 100 })) },
    { additionalProperties: false },
  ),
  offered: ({ publicity, publicitySpared }, { item }) =>
    item.process.publicity !== undefined && publicity === undefined && publicitySpared === undefined,
  bars: byWindow.decides,
  facts: ({ input, now, world }) => {
    const { within, where, basis } = world.item.process.publicity!
    const limit: ClockEntry = {
      ...{ entry: 'start', clock: 'publicity', kind: 'publicity', unit: within.unit, amount: within.amount },
      ...{ day: legalDay(now), at: now, event: '开始公示', basis, calendar: world.calendar.version },
    }
    return [
      {
        kind: 'publicity-opened',
        body: {
          ...paperOf(world),
          where: input.where?.trim() || where,
          text: world.seal(input.text),
          served: servedDay(limit, world.calendar),
        },
        clock: [limit],
      },
    ]
  },
})

/**
 * Somebody objects (异议), under a name or without: an officer writes down what was said, or the objector says it online. Either
 * way it is the same fact, and only what the objector chose to leave names them.
 */
export const recordObjection = caseAction({
  name: 'record-objection',
  from: EXAMINED,
  to: 'same',
  by: ['window-clerk', 'reviewer', 'approver', 'objector'],
  input: T.Object(
    {
      text: T.String({ minLength: 4, maxLength: 1000 }),
      from: T.Optional(T.String({ maxLength: 60 })),
      contact: T.Optional(T.String({ maxLength: 60 })),
    },
    { additionalProperties: false },
  ),
  offered: ({ publicity }) => publicity !== undefined,
  refuse: ({ dossier, actor, now, world }) => {
    const last = lastDayOf(dossier, 'publicity', world.calendar)
    const over = !isOpen(dossier) || (last !== undefined && legalDay(now) > last)
    if (over) return refusal('publicity-over', { facts: { ...(last ? { day: last } : {}) } })
    const own = actor.kind === 'citizen' ? objectionsBy(dossier, actor.party).length : 0
    return own < OBJECTIONS_MAX ? undefined : refusal('objections-enough', { facts: { max: OBJECTIONS_MAX } })
  },
  facts: ({ input, world }) => {
    const { text, from, contact } = input
    const said = { text, ...(from ? { from } : {}), ...(contact ? { contact } : {}) }
    return [{ kind: 'objection-recorded', body: { id: world.newId(), text: world.seal(said) } }]
  },
})

/** The objection was looked into; the decision waits for every answer. */
export const answerObjection = caseAction({
  name: 'answer-publicity-objection',
  from: EXAMINED,
  to: EXAMINED,
  by: ['reviewer', 'approver'],
  input: T.Object(
    {
      id: T.String({ minLength: 1, maxLength: 60 }),
      upheld: T.Boolean(),
      text: T.String({ minLength: 4, maxLength: 1000 }),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => openObjections(dossier).length > 0,
  refuse: ({ dossier, input }) =>
    openObjections(dossier).some(({ id }) => id === input.id) ? undefined : refusal('objection-unknown'),
  facts: ({ input, world }) => [
    {
      kind: 'publicity-objection-answered',
      body: { id: input.id, upheld: input.upheld, text: world.seal(input.text) },
    },
  ],
})

/** The last day went by; it is over with that day, whenever the job ran. */
export const closePublicity = caseAction({
  name: 'close-publicity',
  from: EXAMINED,
  to: EXAMINED,
  by: ['system'],
  input: T.Object({}, { additionalProperties: false }),
  offered: isOpen,
  refuse: ({ dossier, now, world }) => {
    const last = lastDayOf(dossier, 'publicity', world.calendar)
    return last !== undefined && legalDay(now) > last
      ? undefined
      : refusal('not-overdue', { basis: '公示期' })
  },
  facts: ({ dossier, world }) => {
    const on = lastDayOf(dossier, 'publicity', world.calendar)!
    return [
      {
        kind: 'publicity-closed',
        body: { on },
        clock: [end('publicity', { day: on, at: startOfDay(addDays(on, 1)) })],
      },
    ]
  },
})
