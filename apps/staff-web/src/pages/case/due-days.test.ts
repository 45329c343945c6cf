import { expect, test } from 'vitest'
import type { ClockView } from '#capabilities/case/contract.ts'
import { isPressing, shownClocks } from './due-days.ts'

const clock = (part: Partial<ClockView>): ClockView => ({
  clock: 'statutory',
  kind: 'statutory',
  title: '法定办结期限',
  state: 'running',
  day: '2026-11-27',
  workingDaysLeft: 5,
  provisional: false,
  sentence: '',
  standing: 'in-time',
  ...part,
})

test.each<[string, Partial<ClockView>, boolean]>([
  ['three working days before it', { workingDaysLeft: 3 }, false],
  ['two working days before it', { workingDaysLeft: 2 }, true],
  ['on it', { workingDaysLeft: 0, standing: 'soon' }, true],
  ['once it is over', { workingDaysLeft: -1, standing: 'late' }, true],
  ['while it stands still', { workingDaysLeft: 1, state: 'stopped' }, false],
  ['and a promised day never', { workingDaysLeft: 1, kind: 'promised' }, false],
])('a legal day is pressing: %s', (_title, part, pressing) => {
  expect(isPressing(clock(part))).toBe(pressing)
})

test('the day to keep leads, the promised and the legal ones follow, what is over is left out', () => {
  const own = clock({ clock: 'special', kind: 'special' })
  const clocks = [
    clock({}),
    clock({ clock: 'notice', kind: 'notice', state: 'ended' }),
    clock({ clock: 'promised', kind: 'promised' }),
    own,
  ]
  expect(shownClocks({ clocks }, own).map((one) => one.clock)).toEqual(['special', 'promised', 'statutory'])
})
