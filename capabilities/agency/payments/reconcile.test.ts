import { expect, test } from 'vitest'
import { decimalOfFen, yuanOfFen } from './money.ts'
import { reconcile } from './reconcile.ts'

const line = (order: string, amountFen: number) => ({ order, supplierNo: `S${order}`, amountFen })

test.each([
  ['a day nobody paid anything', [], [], []],
  ['a day that balances', [line('a', 100), line('b', 250)], [line('b', 250), line('a', 100)], []],
  ['we have one the supplier has not', [line('a', 100)], [], ['ours a 100 -']],
  ['the supplier has one we have not', [], [line('a', 100)], ['theirs a - 100']],
  ['another sum', [line('a', 100)], [line('a', 101)], ['amount a 100 101']],
  [
    'one payment that the supplier took twice',
    [line('a', 100)],
    [line('a', 100), line('a', 100)],
    ['amount a 100 200'],
  ],
  [
    'equal sums that are not the same payments',
    [line('a', 100)],
    [line('b', 100)],
    ['ours a 100 -', 'theirs b - 100'],
  ],
])('%s', (_title, own, statement, differences) => {
  const found = reconcile(own, statement)
  expect(
    found.differences.map(
      ({ kind, order, oursFen, theirsFen }) => `${kind} ${order} ${oursFen ?? '-'} ${theirsFen ?? '-'}`,
    ),
  ).toEqual(differences)
  expect(found.ours.count).toBe(own.length)
})

test('money stays money', () => {
  expect([decimalOfFen(5), decimalOfFen(1200), yuanOfFen(123_456)]).toEqual(['0.05', '12.00', '1,234.56元'])
})
