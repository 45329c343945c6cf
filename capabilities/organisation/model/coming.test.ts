import { describe, expect, test } from 'vitest'
import { dayProblem, meets, type ComingChange } from './coming.ts'

const TODAY = '2026-03-16'
const STATION = ['place:station-1']
const waiting: ComingChange[] = [
  { id: 'phone', from: '2026-05-01', touches: STATION, fields: ['phone'], structural: false },
  {
    id: 'merge',
    from: '2026-06-01',
    touches: ['place:station-2', 'place:station-3'],
    fields: ['merge'],
    structural: true,
  },
]

describe('two changes to come', () => {
  test.each([
    ['another field of the same place', '2026-04-01', STATION, ['address'], false, undefined],
    ['the same field of another place', '2026-04-01', ['place:station-9'], ['phone'], false, undefined],
    ['the same field on another day', '2026-07-01', STATION, ['phone'], false, 'phone'],
    ['the same field today', TODAY, STATION, ['phone'], false, undefined],
    ['closing the place before its phone changes', '2026-04-01', STATION, ['abolish'], true, 'phone'],
    ['closing it today', TODAY, STATION, ['abolish'], true, 'phone'],
    ['a new phone for one that will be merged', TODAY, ['place:station-3'], ['phone'], false, 'merge'],
  ])('%s', (_what, from, touches, fields, structural, met) => {
    expect(meets({ from, touches, fields, structural }, waiting, TODAY)?.id).toBe(met)
  })
})

test.each([
  ['2026-03-16', undefined],
  ['2026-12-01', undefined],
  ['2028-03-16', undefined],
  ['2028-03-18', 'day-too-far'],
  ['2019-12-31', 'day-before-version'],
])('a change from %s gives %s', (from, code) => {
  expect(dayProblem(from, { today: TODAY, since: '2020-05-14' })?.code).toBe(code)
})
