import { expect, test } from 'vitest'
import { pageOf, readPlace } from './work-list.ts'

const ID = '01930000-0000-7000-8000-000000000001'
const row = (dueDay: string, id = ID) => ({ dueDay, id })

test('a page ends with the place where the next one begins, and the last page with none', () => {
  const rows = [row('2026-03-02'), row('2026-03-03'), row('9999-12-31')]
  expect(pageOf(rows, 2)).toEqual({ shown: rows.slice(0, 2), next: { nextCursor: `2026-03-03~${ID}` } })
  expect(pageOf(rows, 3)).toEqual({ shown: rows, next: {} })
  expect(pageOf([], 3)).toEqual({ shown: [], next: {} })
})

test.each(['2026-03-02', '9999-12-31'])('a place that was given out at %s is found again', (day) => {
  expect(readPlace(`${day}~${ID}`)).toEqual(row(day))
})

test.each([
  'nonsense',
  '',
  `2026-02-30~${ID}`,
  `9999-99-99~${ID}`,
  `0000-01-01~${ID}`,
  '2026-03-02~1',
  `2026-03-02~${ID}'--`,
])('the broken cursor %j starts at the beginning', (cursor) => {
  expect(readPlace(cursor)).toEqual(row('0001-01-01', 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
})
