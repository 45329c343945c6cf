import { describe, expect, test } from 'vitest'
import {
  asOf,
  holds,
  NOT_YET,
  policyOf,
  rateById,
  RATES,
  targetPeriod,
  targetStanding,
  type CaseLine,
  type Period,
  type Policy,
  type Target,
} from '../model.ts'

const MARCH: Period = { from: '2026-03-01', to: '2026-03-31', asOf: '2026-03-31' }
const ALIKE: Policy = { undifferentiated: true, comprehensiveWindowKinds: [] }
const FOUR_KINDS: Policy = {
  undifferentiated: false,
  comprehensiveWindowKinds: ['comprehensive', 'all-round'],
}

const LINE: CaseLine = {
  ...{
    area: '370304',
    id: 'id',
    stream: 'case:2026:id',
    version: 1,
    no: 'no',
    itemId: 'item',
    itemVersion: 1,
  },
  ...{ procedure: 'approval', channel: 'window', acceptPlace: 'centre', windowId: null, windowKind: null },
  ...{ decidingBody: 'town', receivedDay: '2026-03-10', receivedAt: '2026-03-10T02:00:00.000Z' },
  ...{ acceptedDay: '2026-03-10', acceptedAt: null, decidedDay: null, decidedAt: null, outcome: null },
  ...{ endedDay: null, endedAt: null, endedHow: null, promisedDue: '2026-03-20', statutoryDue: null },
  ...{ resolvedDay: NOT_YET, inTime: false, inVisit: false, leftOpen: null, stepLate: false },
  ...{ stepDue: NOT_YET, warnDay: NOT_YET, yellowDue: NOT_YET, redDue: NOT_YET, nextDue: NOT_YET },
  ...{ open: true, clocks: [], visits: 0, atMostOnce: true, declaredOnce: true },
  ...{ urges: 0, urgedDay: null, urgesAnswered: true },
}
const decided = (day: string, inTime: boolean) => ({ decidedDay: day, resolvedDay: day, inTime })

/** `+` counts for the rate, `-` counts against it, `0` is not counted. */
function counted(id: string, more: Partial<CaseLine>, period = MARCH, policy: Policy = ALIKE): string {
  const rate = rateById(id)!
  const line = { ...LINE, ...more }
  if (!holds(rate.of(period, policy), line)) return '0'
  return holds(rate.met(period, policy), line) ? '+' : '-'
}

test.each<[string, Partial<CaseLine>, string]>([
  ['decided in time', decided('2026-03-20', true), '+'],
  ['decided late', decided('2026-03-23', false), '-'],
  ['decided in April, due in April', { ...decided('2026-04-01', true), promisedDue: '2026-04-02' }, '0'],
  ['decided in April, overdue since March', decided('2026-04-01', false), '-'],
  ['decided in February', decided('2026-02-27', true), '0'],
  ['undecided, due before the end', {}, '-'],
  ['undecided, due on the last day', { promisedDue: '2026-03-31' }, '0'],
  ['undecided, due afterwards', { promisedDue: '2026-04-01' }, '0'],
  ['stopped: no due day', { promisedDue: null }, '0'],
  ['withdrawn after its due day', { resolvedDay: '2026-03-25', endedDay: '2026-03-25' }, '0'],
  ['not accepted, so nothing was promised', { ...decided('2026-03-12', false), promisedDue: null }, '0'],
])('on time (CAS-08): %s', (_case, line, sign) => {
  expect(counted('on-time-rate', line)).toBe(sign)
})

test('while a month lasts, its overdue cases are those of today', () => {
  const soFar = { ...MARCH, asOf: asOf('2026-03-31', '2026-03-20') }
  expect(counted('on-time-rate', {}, soFar)).toBe('0')
  expect(counted('on-time-rate', {}, { ...MARCH, asOf: '2026-03-21' })).toBe('-')
})

test.each<[string, Partial<CaseLine>, string]>([
  ['every step in time', decided('2026-03-20', true), '-'],
  ['a step was late, the total is kept', { ...decided('2026-03-20', true), stepLate: true }, '+'],
  ['a step runs and is past its day', { stepDue: '2026-03-30', promisedDue: '2026-04-10' }, '+'],
  ['a step runs and is due today', { stepDue: '2026-03-31', promisedDue: '2026-04-10' }, '-'],
  ['a step runs late, and so does the total', { stepDue: '2026-03-18' }, '-'],
  ['accepted in April', { acceptedDay: '2026-04-01', stepLate: true }, '0'],
  ['not accepted', { acceptedDay: null }, '0'],
])('steps that overran (CAS-09): %s', (_case, line, sign) => {
  expect(counted('step-overrun-rate', line)).toBe(sign)
})

test.each<[string, Partial<CaseLine>, string]>([
  ['finished in the visit', { procedure: 'on-the-spot', inVisit: true }, '+'],
  [
    'finished in the visit after a reason was given',
    { procedure: 'on-the-spot', inVisit: true, leftOpen: 'other' },
    '+',
  ],
  ['left open with a reason', { procedure: 'on-the-spot', leftOpen: 'papers-missing' }, '-'],
  ['left open without one', { procedure: 'on-the-spot', leftOpen: 'unexplained' }, '-'],
  ['filed online: there is no visit', { procedure: 'on-the-spot', channel: 'online', inVisit: true }, '0'],
  ['an ordinary case decided at once', { inVisit: true }, '0'],
  ['received in April', { procedure: 'on-the-spot', receivedDay: '2026-04-01' }, '0'],
])('immediate rate (CAS-10): %s', (_case, line, sign) => {
  expect(counted('on-the-spot-rate', line)).toBe(sign)
})

test.each<[string, Partial<CaseLine>, string]>([
  ['online', { channel: 'online' }, '+'],
  ['at a window', {}, '-'],
  ['withdrawn, yet received', { channel: 'online', endedDay: '2026-03-11' }, '+'],
  ['in February', { channel: 'online', receivedDay: '2026-02-28' }, '0'],
])('online filing (POR-10): %s', (_case, line, sign) => {
  expect(counted('online-filing-rate', line)).toBe(sign)
})

test.each<[string, Partial<CaseLine>, Policy, string]>([
  ['all windows take everything', {}, ALIKE, '+'],
  ['all windows take everything, whatever the label', { windowKind: 'market-access' }, ALIKE, '+'],
  ['four kinds: a comprehensive one', { windowKind: 'comprehensive' }, FOUR_KINDS, '+'],
  ['four kinds: another one', { windowKind: 'market-access' }, FOUR_KINDS, '-'],
  ['four kinds: nobody wrote down which', {}, FOUR_KINDS, '-'],
  ['online', { channel: 'online' }, ALIKE, '0'],
])('one window (CAS-06): %s', (_case, line, policy, sign) => {
  expect(counted('one-window-rate', line, MARCH, policy)).toBe(sign)
})

const closed = (more: Partial<CaseLine> = {}): Partial<CaseLine> => ({
  ...{ endedDay: '2026-03-20', endedHow: 'closed', open: false, ...more },
})
test.each<[string, Partial<CaseLine>, string, string]>([
  ['fetched on the day of filing', closed({ visits: 1 }), '+', '+'],
  ['never there', closed(), '+', '+'],
  ['there twice, one visit declared', closed({ visits: 2, atMostOnce: false }), '-', '-'],
  ['there twice, as declared', closed({ visits: 2, atMostOnce: false, declaredOnce: false }), '0', '-'],
  ['still open', { visits: 2, atMostOnce: false }, '0', '0'],
  ['withdrawn', closed({ endedHow: 'withdrawn' }), '0', '0'],
  ['ended in April', closed({ endedDay: '2026-04-01' }), '0', '0'],
])('CAS-30 visits: %s', (_case, line, declared, done) => {
  expect([counted('one-visit-rate', line), counted('done-in-one-visit-rate', line)]).toEqual([declared, done])
})

describe('dated targets', () => {
  const target: Target = {
    indicator: 'one-window-rate',
    by: '2018-12-31',
    value: 0.6,
    clauses: [],
    certainty: 'stated',
  }
  test.each<[today: string, numerator: number, denominator: number, standing: string]>([
    ['2018-12-31', 10, 10, 'not-due'],
    ['2019-01-01', 6, 10, 'met'],
    ['2019-01-01', 59, 100, 'not-met'],
    // Shares are compared without dividing: 3 of 5 is 60 percent, not 59.99….
    ['2019-01-01', 3, 5, 'met'],
    ['2019-01-01', 0, 0, 'no-data'],
  ])('on %s %i of %i is %s', (today, numerator, denominator, standing) => {
    expect(targetStanding(target, { numerator, denominator }, today)).toBe(standing)
  })

  test('a target looks at the year up to its own day, or at what the plan names', () => {
    const whole = { from: '2018-01-01', to: '2018-12-31', asOf: '2018-12-31' }
    expect(targetPeriod(target, '2026-11-22')).toEqual(whole)
    expect(targetPeriod({ ...target, since: '2018-06-01' }, '2018-07-01')).toEqual({
      ...{ from: '2018-06-01', to: '2018-12-31', asOf: '2018-07-01' },
    })
  })
})

test.each<[string, Partial<CaseLine>, string]>([
  ['never urged', {}, '0'],
  ['urged and answered', { urges: 2, urgedDay: '2026-03-12' }, '+'],
  ['urged, one of two left unanswered', { urges: 2, urgedDay: '2026-03-31', urgesAnswered: false }, '-'],
  ['urged in April', { urges: 1, urgedDay: '2026-04-01', urgesAnswered: false }, '0'],
])('SUP-03 %s', (_case, more, gives) => {
  expect(counted('urge-answer-rate', more)).toBe(gives)
})

test('every rate has an id of its own, a formula in words and the clauses that ask for it', () => {
  expect(new Set(RATES.map(({ id }) => id)).size).toBe(RATES.length)
  for (const { id, formula, clauses } of RATES)
    expect([id, formula.includes('÷'), clauses.length > 0]).toEqual([id, true, true])
})

test('a pack that says nothing has no targets and the usual thresholds', () => {
  const windowModel = { value: { undifferentiated: false } } as Parameters<typeof policyOf>[0]['windowModel']
  expect(policyOf({ windowModel })).toEqual({
    ...{ undifferentiated: false, comprehensiveWindowKinds: [], targets: [] },
    thresholds: { nearPercent: 20, nearWorkingDays: 1 },
  })
})
