import { expect, test } from 'vitest'
import type { PaperName, PaperView } from '#capabilities/case/contract.ts'
import { printChoices } from './print-choices.ts'

const paper = (id: string, kind: PaperName, title: string, more: Partial<PaperView> = {}): PaperView => ({
  ...{ id, kind, title, at: '2026-11-20T09:12:04.000+08:00', url: `/papers/${id}` },
  ...more,
})
const receipt = paper('p1', 'receipt', '行政许可申请材料接收凭证')
const acceptance = paper('p2', 'acceptance', '行政许可申请受理通知书')
const notice = (id: string, number: string) =>
  paper(id, 'supplement', '行政许可申请材料补正告知书', { number })
const grant = paper('p5', 'grant', '准予行政许可决定书')
const { url: _made, ...pending } = acceptance

// What a case has come to, and what its menu offers, in order.
test.each<[string, PaperView[], string[]]>([
  ['nothing was written yet', [], []],
  ['it was received', [receipt], ['行政许可申请材料接收凭证']],
  [
    'it was accepted: the receipt stays first',
    [receipt, acceptance],
    ['行政许可申请材料接收凭证', '行政许可申请受理通知书'],
  ],
  [
    'the notice was served twice: numbers tell the papers apart, the later one first',
    [receipt, notice('p3', '示补〔2026〕1号'), notice('p4', '示补〔2026〕2号')],
    [
      '行政许可申请材料接收凭证',
      '行政许可申请材料补正告知书 示补〔2026〕2号',
      '行政许可申请材料补正告知书 示补〔2026〕1号',
    ],
  ],
  [
    'it was decided: the decision before what led to it',
    [receipt, acceptance, grant],
    ['行政许可申请材料接收凭证', '准予行政许可决定书', '行政许可申请受理通知书'],
  ],
])('%s', (_state, papers, titles) => {
  expect(printChoices({ papers }).map(({ title }) => title)).toEqual(titles)
})

test('a paper that is being made is named and has nothing to print yet', () => {
  expect(printChoices({ papers: [receipt, pending] })).toEqual([
    { key: 'p1', title: '行政许可申请材料接收凭证', url: '/papers/p1?inline=1' },
    { key: 'p2', title: '行政许可申请受理通知书' },
  ])
})
