import { describe, expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import { NO_LICENCE, type LicenceDossier } from '#capabilities/licence-seal/model.ts'
import { lastDayToAct, nextReminder, renewalDeadline, stillToRenew } from './licence-told.ts'

const calendar = compileCalendar(UP_TO_2026)
const held: LicenceDossier = { ...NO_LICENCE, state: 'valid', validUntil: '2026-12-31' }
const renew = (amount: number, unit: 'calendar-day' | 'working-day') =>
  ({ lifecycle: { renew: { fileBefore: { amount, unit } } } }) as never

test.each([
  [30, 'calendar-day', '2026-12-01'],
  [15, 'working-day', '2026-12-10'],
] as const)('renewal is asked for %i %s before the end: by %s', (amount, unit, day) => {
  expect(renewalDeadline(held, renew(amount, unit), calendar)).toBe(day)
})

test('nothing is reminded of without a last day or without a renewal', () => {
  expect(
    renewalDeadline({ ...held, validUntil: undefined as never }, renew(30, 'calendar-day'), calendar),
  ).toBeUndefined()
  expect(renewalDeadline(held, {}, calendar)).toBeUndefined()
})

test.each([
  ['2026-01-05T00:00:00.000Z', 90, '2026-09-02T01:00:00.000Z'],
  ['2026-09-02T01:00:00.000Z', 60, '2026-10-02T01:00:00.000Z'],
  ['2026-10-05T01:00:00.000Z', 30, '2026-11-01T01:00:00.000Z'],
  ['2026-11-20T01:00:00.000Z', undefined, undefined],
])('after %s the next reminder comes with %s days left', (after, daysLeft, at) => {
  expect(nextReminder('2026-12-01', after)).toEqual(at === undefined ? undefined : { daysLeft, at })
})

test('the days before are the area’s own, the furthest first', () => {
  const moments = (before: number[]) => nextReminder('2026-12-01', '2026-11-05T00:00:00.000Z', before)
  expect(moments([3, 15])).toEqual({ daysLeft: 15, at: '2026-11-16T01:00:00.000Z' })
})

test('what is not renewed is reminded of before it runs out', () => {
  expect(lastDayToAct(held, renew(30, 'calendar-day'), calendar)).toBe('2026-12-01')
  expect(lastDayToAct(held, {}, calendar)).toBe('2026-12-31')
  expect(lastDayToAct(held, undefined, calendar)).toBe('2026-12-31')
  expect(lastDayToAct({}, {}, calendar)).toBeUndefined()
})

describe('a reminder finds', () => {
  test.each<[why: string, change: Partial<LicenceDossier>, still: boolean]>([
    ['the licence as it was', {}, true],
    ['another term', { validUntil: '2027-12-31' }, false],
    ['it revoked', { state: 'revoked' }, false],
    [
      'a renewal on its way',
      { application: { case: 'c', kind: 'renew', filedOn: '2026-10-01', inTime: true } },
      false,
    ],
    [
      'a change on its way',
      { application: { case: 'c', kind: 'change', filedOn: '2026-10-01', inTime: false } },
      true,
    ],
  ])('%s: %s', (_why, change, still) => {
    expect(stillToRenew({ ...held, ...change }, '2026-12-31', '2026-10-02T01:00:00.000Z')).toBe(still)
  })
})
