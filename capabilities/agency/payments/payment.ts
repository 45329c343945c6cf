import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Utility, UtilityBill, UtilityGateway } from '#capabilities/exchange/index.ts'

import { yuanOfFen } from './money.ts'

export const UTILITY_PAYMENT = 'utility-payment'
export const UTILITY_NAMES: Readonly<Record<Utility, string>> = {
  water: '水费',
  electricity: '电费',
  gas: '燃气费',
  heating: '暖气费',
}
const HOW = { cash: '现金', code: '扫码' } as const

const order = record({
  utility: field.choice('费用种类', UTILITY_NAMES),
  bill: field.text('账单号', { most: 40, hint: '先用户号查询欠费，再填账单号' }),
  how: field.choice('收款方式', HOW),
})
const body = record({
  ...order.properties,
  amount: field.text('金额', { most: 20 }),
  amountFen: field.count('金额（分）', { most: 100_000_000 }),
  account: field.text('户号', { most: 40 }),
  holder: field.text('户名', { most: 40 }),
  period: field.text('账期', { most: 40 }),
  place: field.place('收款场所'),
  supplierNo: field.optional(field.text('供应单位流水号', { most: 60 })),
  takenOn: field.optional(field.day('入账日期')),
  reason: field.optional(field.text('未成功的原因', { most: 200 })),
})

export interface UtilityPaid {
  utility: Utility
  bill: string
  how: keyof typeof HOW
  amount: string
  amountFen: number
  /** Masked by the supplier; the number itself is never kept. */
  account: string
  holder: string
  period: string
  place: string
  supplierNo?: string
  takenOn?: string
  reason?: string
}

type Known = { gateway: 'none' | 'down' } | { gateway: 'up'; bill: UtilityBill | undefined }
const act = bookAct<UtilityPaid, Known>()

/** 水电气暖代缴 (LC-3.4-09): what was taken at a counter, sent to the supplier under the entry's own id, once. */
export const utilityPayment = (gateway: UtilityGateway | undefined) =>
  defineBook({
    kind: UTILITY_PAYMENT,
    words: {
      title: '水电气暖代缴登记',
      entry: '这笔缴费',
      text: '便民服务站、中心代收水费、电费、燃气费、暖气费。先查欠费，收款后提交，供应单位入账后打印收据；每天自动对账。',
      basis: ['LC-3.4-09'],
    },
    body,
    columns: ['utility', 'amount', 'account', 'supplierNo'],
    states: {
      ordered: { title: '正在入账', waits: ['system'] },
      paid: { title: '已缴费', final: true, tone: 'good' },
      failed: { title: '没有缴成，请退款', final: true, tone: 'bad' },
    },
    sees: {
      'window-clerk': 'own-place',
      'village-agent': 'own-place',
      director: 'own-place',
      supervisor: 'area',
    },
    place: ({ utility, account, bill, place }) => ({
      ...{ title: `${UTILITY_NAMES[utility as Utility]} ${account}`, key: bill, place, places: [place] },
    }),
    world: async ({ entry, input }): Promise<Known> => {
      if (gateway === undefined) return { gateway: 'none' }
      if (entry.version > 0 || typeof input['bill'] !== 'string') return { gateway: 'up', bill: undefined }
      return gateway.bill(input['bill']).then(
        (bill): Known => ({ gateway: 'up', bill }),
        (): Known => ({ gateway: 'down' }),
      )
    },
    acts: [
      act({
        ...{
          name: 'order',
          title: '收款并缴费',
          past: '收款并缴费',
          from: [],
          to: ['ordered'],
          input: order,
        },
        ...{ by: ['window-clerk', 'village-agent'], tone: 'primary' as const },
        refuse: ({ input, world: { known } }) => {
          if (known.gateway !== 'up')
            return refusal(known.gateway === 'none' ? 'utility-not-connected' : 'utility-gateway-down')
          return known.bill?.utility === input.utility ? undefined : refusal('utility-bill-unknown')
        },
        sets: ({ input, actor, world: { known } }) => {
          if (known.gateway !== 'up' || known.bill === undefined || actor.kind !== 'staff') return {}
          const { amountFen, accountMasked, holderMasked, period } = known.bill
          return {
            ...{
              ...input,
              amountFen,
              amount: yuanOfFen(amountFen),
              account: accountMasked,
              holder: holderMasked,
            },
            ...{ period, place: actor.place },
          } as UtilityPaid
        },
      }),
      act({
        ...{
          name: 'taken',
          title: '入账',
          past: '供应单位已入账',
          from: ['ordered'],
          to: ['paid'],
          by: ['system'],
        },
        input: record({
          supplierNo: field.text('供应单位流水号', { most: 60 }),
          takenOn: field.day('入账日期'),
        }),
        sets: ({ input }) => input,
      }),
      act({
        ...{
          name: 'refused',
          title: '未入账',
          past: '供应单位没有接受，请退款',
          from: ['ordered'],
          to: ['failed'],
        },
        ...{
          by: ['system'],
          input: record({ reason: field.text('原因', { most: 200 }) }),
          sets: ({ input }) => input,
        },
      }),
    ],
  })
