import { expect, test } from 'vitest'
import { askedWords } from './asked-words.ts'
import { workListSearch, type WorkListSearch } from './search.ts'

test.each<[WorkListSearch, string[]]>([
  [{ queue: 'mine' }, ['等我办']],
  [
    { queue: 'open', state: 'accepted', due: 'week' },
    ['全部在办', '已受理，审查中', '到期日：本周（2026年11月23日到2026年11月29日）'],
  ],
  [{ received: 'today', holder: 'nobody' }, ['未认领', '收件日：今天（2026年11月23日）']],
  [{ received: '2026-11-01~', projects: '1' }, ['只看直通车项目', '收件日：2026年11月1日以后']],
  [{ due: '~2026-11-30' }, ['到期日：2026年11月30日以前']],
])('%j is told on paper', (search, told) => {
  expect(askedWords(search, '2026-11-23')).toEqual(told)
})

test.each<[Record<string, unknown>, WorkListSearch]>([
  [
    { received: 'week', due: '2026-11-01~2026-11-30' },
    { received: 'week', due: '2026-11-01~2026-11-30' },
  ],
  [{ received: 'lately', due: '2026-11-30~2026-11-01' }, {}],
  [{ received: '~', due: '2026-02-30~' }, {}],
])('of the address %j the list keeps %j', (address, kept) => {
  expect(workListSearch(address)).toEqual(kept)
})
