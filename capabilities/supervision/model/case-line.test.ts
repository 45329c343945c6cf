import { expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import type { CalendarYear } from '#engine/calendar/calendar.ts'
import type { ClockEntry, ClockKind } from '#engine/clock/entry.ts'
import type { Fact } from '#engine/fact.ts'
import { alertLevel, caseLine, NOT_YET, USUAL_THRESHOLDS, type CaseLine } from '../model.ts'

/** National Day of 2026: 1–7 October off, the Sunday and Saturday around it worked. */
const YEAR_2026: CalendarYear = {
  off: [1, 2, 5, 6, 7].map((day) => `2026-10-0${day}`),
  work: ['2026-09-20', '2026-10-10'],
}
const calendar = compileCalendar({ version: 'c1', years: { 2026: YEAR_2026 } })
const at = (day: string) => `${day}T02:00:00.000Z`
const start = (clock: string, kind: ClockKind, amount: number, day: string): ClockEntry => ({
  ...{ entry: 'start', clock, kind, amount, day, at: at(day) },
  ...{ unit: 'working-day', event: '受理', basis: '', calendar: 'c1' },
})
const end = (clock: string, day: string): ClockEntry => ({ entry: 'end', clock, day, at: at(day) })

type Line = [day: string, kind: string, clock: ClockEntry[], body?: Record<string, unknown>]

const RECEIVED = {
  no: 'no-1',
  item: { id: 'elderly-allowance', version: 1, stream: 'item:2026:x' },
  channel: 'window',
  acceptPlace: 'centre-1',
  decidingBody: 'town-1',
}

function fold(lines: readonly Line[], received: Record<string, unknown> = {}): CaseLine {
  const story: Line[] = [['2026-09-28', 'received', [], { ...RECEIVED, ...received }], ...lines]
  const facts = story.map(([day, kind, clock, body = {}], index): Fact => {
    return { kind, body, clock, seq: index + 1, actor: { kind: 'system', job: 'test' }, at: at(day) }
  })
  const stream = 'case:2026:01900000-0000-7000-8000-000000000001'
  return caseLine({ area: '370304', stream, facts, declaredVisits: 1 }, () => calendar, USUAL_THRESHOLDS)!
}

/** Accepted on Monday 28 September with a promise of five days: 29, 30 September, 8, 9, 10 October. */
const ACCEPTED: Line = [
  '2026-09-28',
  'accepted',
  [
    start('statutory', 'statutory', 20, '2026-09-28'),
    start('promised', 'promised', 5, '2026-09-28'),
    start('step-review', 'step', 2, '2026-09-28'),
  ],
  { on: '2026-09-28', deemed: false },
]
const reviewed = (day: string): Line => [
  day,
  'reviewed',
  [end('step-review', day), start('step-decide', 'step', 3, day)],
]
const granted = (day: string): Line => [
  day,
  'granted',
  [
    ...[end('statutory', day), end('promised', day), end('step-decide', day)],
    start('delivery', 'delivery', 10, day),
  ],
]

test('CAS-08/a a case over a public holiday gets the right due day', () => {
  const line = fold([ACCEPTED])
  expect([line.promisedDue, line.statutoryDue]).toEqual(['2026-10-10', '2026-10-30'])
})

test.each([
  // decided       in time  resolved
  ['2026-10-09', true, '2026-10-09'],
  ['2026-10-10', true, '2026-10-10'],
  ['2026-10-12', false, '2026-10-12'],
])('decided on %s is in time: %s', (day, inTime, resolvedDay) => {
  const line = fold([ACCEPTED, reviewed('2026-09-30'), granted(day)])
  expect(line).toMatchObject({ inTime, resolvedDay, decidedDay: day, outcome: 'granted' })
})

test.each([
  // review done    decided       step late
  ['2026-09-30', '2026-10-09', false],
  ['2026-10-08', '2026-10-10', true],
  // The total is late too: then that is the fault to speak of.
  ['2026-10-08', '2026-10-12', false],
  // The second step took longer than its three days, the total was kept all the same.
  ['2026-09-29', '2026-10-10', true],
])(
  'CAS-09/b review done on %s, decided on %s: a late step is flagged inside a total that is kept: %s',
  (review, decided, stepLate) => {
    expect(fold([ACCEPTED, reviewed(review), granted(decided)]).stepLate).toBe(stepLate)
  },
)

test('a step that is taken a second time is not judged by its first run', () => {
  const again: Line[] = [
    ACCEPTED,
    reviewed('2026-10-08'),
    [
      '2026-10-08',
      'returned-to-review',
      [end('step-decide', '2026-10-08'), start('step-review', 'step', 2, '2026-10-08')],
    ],
    [
      '2026-10-09',
      'reviewed',
      [end('step-review', '2026-10-09'), start('step-decide', 'step', 3, '2026-10-09')],
    ],
  ]
  const { clocks, stepLate } = fold(again)
  expect(stepLate).toBe(true)
  expect(clocks.filter(({ kind }) => kind === 'step').map(({ clock, late }) => [clock, late])).toEqual([
    ['step-review', true],
    ['step-decide', false],
    ['step-review', false],
    ['step-decide', false],
  ])
})

test('a clock that lawfully stands still has no due day and alarms nobody', () => {
  const stopped: Line = [
    '2026-09-29',
    'clock-stopped',
    ['statutory', 'promised', 'step-review'].map((clock) => ({
      ...{ entry: 'stop', clock, day: '2026-09-29', at: at('2026-09-29') },
      ...{ ground: '鉴定', basis: '', notice: 'n', calendar: 'c1' },
    })),
  ]
  const line = fold([ACCEPTED, stopped])
  expect([line.promisedDue, line.yellowDue, line.redDue, line.nextDue]).toEqual([
    null,
    NOT_YET,
    NOT_YET,
    NOT_YET,
  ])
  expect(alertLevel(line, '2026-12-31')).toBeUndefined()
})

test.each([
  // today        card: the review is due on 30 September, the promise on 10 October, the law's limit on 30 October
  ['2026-09-28', undefined],
  ['2026-09-29', 'near'],
  ['2026-09-30', 'near'],
  ['2026-10-01', 'yellow'],
  ['2026-10-30', 'yellow'],
  ['2026-10-31', 'red'],
])('on %s a case whose review waits shows %s', (today, level) => {
  expect(alertLevel(fold([ACCEPTED]), today)).toBe(level)
})

test('a step done in time alarms nobody until the next limit is near', () => {
  const line = fold([ACCEPTED, reviewed('2026-09-29')])
  expect(
    ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'].map((today) => alertLevel(line, today)),
  ).toEqual([undefined, 'near', 'near', 'yellow'])
})

test('facts of later procedures are told apart, and what they leave out has a usual value', () => {
  const spot = { procedure: 'on-the-spot', window: { id: 'w-1', kind: 'comprehensive' } }
  expect(fold([], spot)).toMatchObject({
    procedure: 'on-the-spot',
    windowId: 'w-1',
    windowKind: 'comprehensive',
  })
  expect(fold([])).toMatchObject({ procedure: 'approval', windowId: null, windowKind: null })
  const left: Line = ['2026-09-28', 'visit-ended', [], { explained: false }]
  expect(fold([left], spot)).toMatchObject({ leftOpen: 'unexplained', inVisit: false })
  const said: Line = ['2026-09-28', 'left-open', [], { code: 'papers-missing', text: 'sm4gcm:…' }]
  expect(fold([said, left], spot)).toMatchObject({ leftOpen: 'papers-missing' })
  expect(fold([['2026-09-28', 'granted', []]], spot)).toMatchObject({ inVisit: true })
  expect(fold([['2026-09-28', 'commitment-withdrawn', []]], { procedure: 'commitment' }).procedure).toBe(
    'approval',
  )
})

test.each([
  ['withdrawn', 'withdrawn'],
  ['lapsed', 'lapsed'],
])('%s ends a case without a decision', (kind, how) => {
  const line = fold([[`2026-09-29`, kind, []]])
  expect(line).toMatchObject({
    endedHow: how,
    endedDay: '2026-09-29',
    decidedDay: null,
    open: false,
    inTime: false,
  })
})
