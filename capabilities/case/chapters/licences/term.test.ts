import { describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import type { Term } from '#capabilities/catalogue/contract.ts'
import type { About } from './about.ts'
import { termOf } from './term.ts'

const YEARS: Term = { kind: 'span', amount: 5, unit: 'year', basis: '食品安全法实施条例第十五条第一款' }
const UNTIL: Term = { kind: 'until', day: '2027-12-31', basis: '试点方案' }
const DECIDED: Term = { kind: 'decided', basis: '许可证载明的为准' }
const AT_MOST: Term = {
  kind: 'decided',
  atMost: { amount: 4, unit: 'year' },
  basis: '土地管理法实施条例第二十条',
}
const NONE: Term = { kind: 'none', basis: '没有规定有效期' }

const about = (kind: About['kind'], validUntil?: string): About => ({
  ...{ id: 'l', number: '示例〔2021〕1号', name: '许可证', body: 'bureau', kind, inTime: true },
  ...(validUntil === undefined ? {} : { validUntil }),
})

type Line = [
  why: string,
  term: Term | undefined,
  of: About | undefined,
  written: string | undefined,
  gives: string,
]

describe('有效期: the last day a grant of the 22nd of November 2026 writes', () => {
  test.each<Line>([
    ['five years by themselves', YEARS, undefined, undefined, '2031-11-22'],
    ['fewer, where the approver says so', YEARS, undefined, '2028-05-31', '2028-05-31'],
    ['never more', YEARS, undefined, '2031-11-23', 'term-too-long'],
    ['never a day that has passed', YEARS, undefined, '2026-11-22', 'term-passed'],
    ['the end of a trial, for everybody', UNTIL, undefined, undefined, '2027-12-31'],
    ['as the decision says', DECIDED, undefined, '2029-11-22', '2029-11-22'],
    ['or nothing', DECIDED, undefined, undefined, 'none'],
    ['a day has to be named where a rule sets the longest', AT_MOST, undefined, undefined, 'term-missing'],
    ['within four years', AT_MOST, undefined, '2030-11-22', '2030-11-22'],
    ['not a day longer', AT_MOST, undefined, '2030-11-23', 'term-too-long'],
    ['none where the law knows none', NONE, undefined, undefined, 'none'],
    ['and none is made up', NONE, undefined, '2031-11-22', 'term-none'],
    ['an item without a rule takes what is written', undefined, undefined, '2031-11-22', '2031-11-22'],
    [
      'a renewal begins where the old term ends',
      YEARS,
      about('renew', '2027-01-10'),
      undefined,
      '2032-01-10',
    ],
    ['a late one with the decision', YEARS, about('renew', '2026-11-01'), undefined, '2031-11-22'],
    ['a change keeps the term', YEARS, about('change', '2029-01-10'), undefined, '2029-01-10'],
    ['and gives no longer one', YEARS, about('change', '2029-01-10'), '2031-11-22', 'term-too-long'],
    ['who gives it up needs none', YEARS, about('cancel', '2029-01-10'), undefined, 'none'],
  ])('%s', (_why, term, of, validUntil, gives) => {
    const found = termOf({
      item: { result: { type: '1', name: '许可证', ...(term === undefined ? {} : { term }) } },
      today: '2026-11-22',
      ...(of === undefined ? {} : { about: of }),
      ...(validUntil === undefined ? {} : { validUntil }),
    })
    expect(isRefusal(found) ? found.code : (found.until ?? 'none')).toBe(gives)
  })
})
