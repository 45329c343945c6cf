import { expect, test } from 'vitest'
import { citedLaws, citing, plainLaw } from './citations.ts'

const item = (id: string, ...laws: string[]) => ({
  ...{ id, name: `${id}事项` },
  legalBasis: laws.map((law) => ({ law }) as never),
})

test.each([
  ['《中华人民共和国行政许可法》', '行政许可法'],
  ['中华人民共和国行政许可法（2019年修正）', '行政许可法'],
  [' 行政许可法 ', '行政许可法'],
  ['《山东省行政许可条例》', '山东省行政许可条例'],
])('%s is %s, however it is written', (written, plain) => expect(plainLaw(written)).toBe(plain))

test('the register of laws is made of the items, the most cited first; one law written two ways is one', () => {
  const items = [
    item('a', '《行政许可法》', '《税法》'),
    item('b', '中华人民共和国行政许可法'),
    item('c', '《税法》', '行政许可法'),
  ]
  expect(citedLaws(items).map(({ law, items: of }) => [law, of.map(({ id }) => id)])).toEqual([
    ['《行政许可法》', ['a', 'b', 'c']],
    ['《税法》', ['a', 'c']],
  ])
  expect(citing(items as never, '中华人民共和国税法').map(({ id }) => id)).toEqual(['a', 'c'])
  expect(citing(items as never, '许可法')).toEqual([])
})
