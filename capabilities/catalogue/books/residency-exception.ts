import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { GROUNDS, type Ground } from '../residency/ground.ts'

export const RESIDENCY_EXCEPTION = 'residency-exception'

const wish = record({
  item: field.item(),
  ground: field.choice('例外情形', GROUNDS),
  reason: field.text('理由', { least: 8, hint: '写明在哪里办、怎么办、为什么不进驻' }),
  evidence: field.text('证明材料或者依据', { most: 300 }),
  to: field.day('有效期至', '到期自动失效，要继续的重新报批'),
})
const body = record({ ...wish.properties, approvalNo: field.optional(field.text('批准文号', { most: 60 })) })

export interface ResidencyException {
  item: string
  ground: Ground
  reason: string
  evidence: string
  to: string
  approvalNo?: string
}

interface Known {
  grounds: readonly Ground[]
}
const act = bookAct<ResidencyException, Known>()
const EDITORS = ['item-author', 'item-approver'] as const

/** 进驻例外: why a matter is at no window, approved by another hand and never without an end (DW-3.2.4-02, BS-2.1-01). */
export const residencyException = (organisation: Pick<Organisation, 'pack'>) =>
  defineBook({
    kind: RESIDENCY_EXCEPTION,
    words: {
      title: '进驻例外登记',
      entry: '这个例外',
      text: '应进必进。确实不能进驻大厅、中心的事项，写明情形和理由，由另一人批准，到期失效；例外事项不计入进驻率的分母，单独列出。',
      basis: ['DW-3.2.4-02', 'YY-1.2.2-01', 'BS-2.1-01'],
    },
    body,
    columns: ['ground', 'reason', 'to', 'approvalNo'],
    states: {
      asked: { title: '待批准', waits: ['item-approver'] },
      approved: { title: '已批准', stands: true, tone: 'good' },
      refused: { title: '不同意', final: true, tone: 'bad' },
      over: { title: '已到期', final: true },
      ended: { title: '已取消', final: true },
    },
    sees: {
      'item-author': 'area',
      'item-approver': 'area',
      supervisor: 'area',
      organiser: 'area',
      director: 'area',
    },
    place: ({ item, ground, to }) => ({ title: `${GROUNDS[ground]}`, key: item, item, to }),
    world: async ({ area }): Promise<Known> => ({
      grounds:
        (await organisation.pack(area))?.body.parameters.residencyGrounds?.value ??
        (Object.keys(GROUNDS) as Ground[]),
    }),
    choices: (name, { grounds }) =>
      name === 'ground' ? grounds.map((value) => ({ value, label: GROUNDS[value] })) : undefined,
    byClock: { lapse: { from: 'approved', to: 'over' } },
    acts: [
      act({
        ...{
          name: 'ask',
          title: '申报例外',
          past: '申报例外',
          from: [],
          to: ['asked'],
          by: EDITORS,
          input: wish,
        },
        refuse: ({ input, world }) => {
          if (input.to < world.today) return refusal('residency-exception-past', { facts: { day: input.to } })
          return world.known.grounds.includes(input.ground as Ground)
            ? undefined
            : refusal('residency-ground-closed', { basis: 'DW-3.2.4-02' })
        },
      }),
      act({
        ...{
          name: 'approve',
          title: '批准',
          past: '批准',
          from: ['asked'],
          to: ['approved'],
          by: ['item-approver'],
        },
        ...{ otherHand: true, tone: 'primary' as const },
        input: record({ approvalNo: field.text('批准文号', { most: 60 }) }),
        sets: ({ input }) => input,
      }),
      act({
        ...{
          name: 'refuse',
          title: '不同意',
          past: '不同意',
          from: ['asked'],
          to: ['refused'],
          by: ['item-approver'],
        },
        ...{
          tone: 'danger' as const,
          input: record({ reason: field.text('意见', { least: 4 }) }),
          sets: () => ({}),
        },
      }),
      act({
        ...{
          name: 'end',
          title: '取消例外',
          past: '取消例外',
          from: ['approved'],
          to: ['ended'],
          by: EDITORS,
        },
        ...{ input: record({ reason: field.text('原因', { least: 4 }) }), sets: () => ({}) },
      }),
    ],
  })
