import { expect, test } from 'vitest'
import { hoursFields, startingHours, typedHours } from './hours.ts'

const morning = { from: '08:30', to: '12:00' }
const noon = { from: '12:00', to: '13:00', duty: true }
const afternoon = { from: '13:00', to: '17:00' }
const WHEN = { from: '2026-04-01', basis: '示例文件1号' }
const pattern = new RegExp(hoursFields()[0]!.pattern!.matches, 'u')

test.each([
  [
    'three spans and a Saturday',
    { workday: [morning, noon, afternoon], saturday: [{ ...noon, to: '16:00' }] },
  ],
  ['no Saturday', { workday: [morning, afternoon], saturday: [] }],
  ['one span', { workday: [morning], saturday: [] }],
  ['nothing that holds yet', undefined],
])('hours that nobody touched go out as they came in: %s', (_what, now) => {
  const start = startingHours(now)
  if (now !== undefined) expect(start['workday']).toMatch(pattern)
  expect(typedHours({ ...start, ...WHEN })).toEqual({
    ...{ name: 'openingHours', value: now ?? { workday: [], saturday: [] } },
    ...WHEN,
  })
})

test.each([
  ['8:30-12:00，12：00至13:00（值班）, 13:00～17:00', [morning, noon, afternoon]],
  ['08:30 – 12:00', [morning]],
])('hours as people write them: %s', (typed, spans) => {
  expect(typed).toMatch(pattern)
  expect(typedHours({ workday: typed, ...WHEN }).value).toEqual({ workday: spans, saturday: [] })
})

test.each(['8点半到12点', '08:30', '08:30-25:00', '08:30-12:00、', '全天'])(
  'what is no span is told beside the field: %s',
  (typed) => expect(typed).not.toMatch(pattern),
)
