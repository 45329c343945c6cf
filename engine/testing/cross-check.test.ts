import { expect, test } from 'vitest'
import { crossCheck } from './cross-check.ts'
import type { ScheduleKind } from './random-clock.ts'

// `node engine/testing/oracle.ts --schedules 1000000` does the same a million times.
test.each<[schedules: number, kind: ScheduleKind]>([
  [15_000, 'working-day'],
  [13_000, 'calendar-day'],
  [1_000, 'hour'],
  [500, 'office-hours'],
  [500, 'opening-hours'],
])(
  'due and elapsed agree with counting step by step on %i random schedules: %s',
  (schedules, kind) => {
    expect(crossCheck(schedules, 1, kind)).toEqual([])
  },
  120_000,
)
