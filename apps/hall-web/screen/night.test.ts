import { expect, test } from 'vitest'
import { isNight } from './night.ts'

test.each([
  ['06:59', false, true],
  ['07:00', false, false],
  ['12:30', false, false],
  ['17:59', false, false],
  ['18:00', false, true],
  ['18:00', true, false],
  ['23:30', false, true],
])('at %s, open %s: dark %s', (at, open, dark) => {
  expect(isNight(`2026-11-23T${at}:00.000+08:00`, open)).toBe(dark)
})
