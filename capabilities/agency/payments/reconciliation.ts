import { Type as T } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Utility } from '#capabilities/exchange/index.ts'
import { UTILITY_NAMES } from './payment.ts'

export const UTILITY_RECONCILIATION = 'utility-reconciliation'

const counted = record({
  utility: field.choice('费用种类', UTILITY_NAMES),
  day: field.day('对账日期'),
  ours: field.text('我方笔数和金额', { most: 60 }),
  theirs: field.text('供应单位笔数和金额', { most: 60 }),
  differences: T.Array(
    T.Object({ name: T.String(), order: T.String(), kind: T.String() }, { additionalProperties: false }),
    { title: '差异' },
  ),
})
const body = record({
  ...counted.properties,
  settlement: field.optional(field.text('处理结果', { most: 500 })),
})

export interface ReconciledDay {
  utility: Utility
  day: string
  ours: string
  theirs: string
  differences: readonly { name: string; order: string; kind: string }[]
  settlement?: string
}
const act = bookAct<ReconciledDay>()

/** 对账: every utility of every day against the supplier's account; what differs waits until somebody has settled it. */
export const utilityReconciliation = () =>
  defineBook({
    kind: UTILITY_RECONCILIATION,
    words: {
      title: '水电气暖代缴对账',
      entry: '这次对账',
      text: '每天凌晨自动把前一天的代缴与供应单位的账核对。一致的自动平账，有差异的列出来，由中心主任查清处理。',
      basis: ['LC-3.4-09'],
    },
    body,
    columns: ['day', 'ours', 'theirs', 'differences'],
    states: {
      differing: { title: '有差异，待处理', waits: ['director'], tone: 'bad' },
      balanced: { title: '一致', final: true, tone: 'good' },
      settled: { title: '差异已处理', final: true },
    },
    sees: { director: 'area', supervisor: 'area', 'window-clerk': 'area' },
    hidden: true,
    place: ({ utility, day }) => ({ title: `${UTILITY_NAMES[utility]} ${day}`, key: `${utility}/${day}` }),
    acts: [
      act({
        ...{ name: 'reconcile', title: '对账', past: '自动对账', from: [], to: ['balanced', 'differing'] },
        ...{ by: ['system'], input: counted },
        goes: ({ input }) => (input.differences.length === 0 ? 'balanced' : 'differing'),
        due: ({ input, world }) =>
          input.differences.length === 0 ? undefined : world.calendar.addWorkingDays(world.today, 1),
      }),
      act({
        ...{ name: 'settle', title: '登记处理结果', past: '处理完毕', from: ['differing'], to: ['settled'] },
        ...{ by: ['director'], tone: 'primary' as const },
        input: record({
          settlement: field.text('处理结果', { least: 4, most: 500, hint: '逐笔写明补缴、退款或者更正' }),
        }),
        sets: ({ input }) => input,
      }),
    ],
  })
