import { expect, test } from 'vitest'
import { startingHours, typedHours } from './hours.ts'

const morning = { from: '08:30', to: '12:00' }
const afternoon = { from: '13:30', to: '17:00', duty: true }
const WHEN = { from: '2026-04-01', basis: '示例文件1号' }

test.each([
  ['both days', { workday: [morning, afternoon], saturday: [morning] }],
  ['no Saturday', { workday: [morning, afternoon], saturday: [] }],
  ['one span', { workday: [morning], saturday: [] }],
  ['nothing that holds yet', undefined],
])('hours that nobody touched go out as they came in: %s', (_what, now) => {
  const sent = typedHours({ ...startingHours(now), ...WHEN }, now)
  expect(sent).toEqual({ name: 'openingHours', value: now ?? { workday: [], saturday: [] }, ...WHEN })
})

test('an emptied Saturday is closed, a half one goes out to be refused', () => {
  const now = { workday: [morning], saturday: [morning] }
  const closed = { ...startingHours(now), saturdayFrom: '', saturdayTo: ' ' }
  expect(typedHours({ ...closed, ...WHEN }, now).value).toEqual({ workday: [morning], saturday: [] })
  const half = { ...startingHours(now), saturdayTo: '' }
  expect(typedHours({ ...half, ...WHEN }, now).value).toMatchObject({ saturday: [{ from: '08:30', to: '' }] })
})
