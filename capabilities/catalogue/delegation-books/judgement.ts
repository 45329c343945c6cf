import { refusal } from '#engine/refusal.ts'
import { legalDay } from '#engine/day.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { catalogueReader } from '../store.ts'
import { JUDGEMENT, type DelegationMeans } from './means.ts'

/** Why an item is handed down or not (下放条件). */
export const GROUNDS = {
  fits: '量大面广、镇（街道）能办',
  rare: '一年办不了几件',
  expert: '需要专业技术审查，镇（街道）没有条件',
  'whole-county': '要在全区（县）范围统筹',
  safety: '直接关系公共安全，暂不下放',
  other: '其他',
} as const

const judged = record({
  item: field.item(),
  qualifies: field.yes('符合下放条件'),
  ground: field.choice('依据', GROUNDS),
  text: field.text('理由', { least: 4, most: 500 }),
})
export interface Judgement {
  item: string
  qualifies: boolean
  ground: keyof typeof GROUNDS
  text: string
  by?: string
}
const act = bookAct<Judgement, { holder: string | undefined }>()

const HOLDERS = ['head', 'item-author'] as const

/** 下放条件判定: whoever holds a power says of each item whether it can be handed down; the lead makes sure. */
export const judgementBook = ({ db }: DelegationMeans) =>
  defineBook({
    kind: JUDGEMENT,
    words: {
      ...{ title: '下放条件判定', entry: '这项判定' },
      text: '逐项判定区（县）级事项是否符合下放条件。符合条件没有下放的，列在“区镇都能办”清单里。',
      basis: ['BS-2.5-01', 'BS-2.5-02'],
    },
    body: record({ ...judged.properties, by: field.optional(field.body('判定单位')) }),
    columns: ['item', 'qualifies', 'ground', 'by'],
    states: {
      proposed: { title: '待确认', waits: ['organiser'] },
      settled: { title: '已确认', stands: true, tone: 'good' },
      dropped: { title: '已撤销', final: true, tone: 'bad' },
    },
    sees: {
      organiser: 'area',
      supervisor: 'area',
      'power-registrar': 'area',
      head: 'own-body',
      'item-author': 'own-body',
    },
    place: ({ item, by }) => ({ title: item, key: item, item, bodies: by === undefined ? [] : [by] }),
    world: async ({ area, now, entry, input }) => {
      const id = String(input['item'] ?? entry.body.item ?? '')
      const found = id === '' ? undefined : await catalogueReader(db).itemInForce(area, id, legalDay(now))
      return { holder: found?.item.decidingBody.body }
    },
    acts: [
      act({
        ...{
          name: 'propose',
          title: '判定一个事项',
          past: '判定',
          tone: 'primary' as const,
          lawful: 'BS-2.5-02',
        },
        ...{ from: [], to: ['proposed'], by: [...HOLDERS, 'organiser'], input: judged },
        refuse: ({ input, actor, world: { known } }) => {
          if (known.holder === undefined)
            return refusal('judgement-not-county', { facts: { item: input.item } })
          const mine =
            actor.kind === 'staff' && (actor.body === known.holder || actor.roles.includes('organiser'))
          if (!mine) return refusal('judgement-not-yours')
          return input.qualifies === (input.ground === 'fits') || input.ground === 'other'
            ? undefined
            : refusal('judgement-ground-against')
        },
        sets: ({ input, world: { known } }) => ({ ...input, ...(known.holder ? { by: known.holder } : {}) }),
        due: ({ world }) => world.calendar.addWorkingDays(world.today, 10),
      }),
      act({
        ...{ name: 'settle', title: '确认', past: '确认', tone: 'primary' as const },
        ...{ from: ['proposed'], to: ['settled'], by: ['organiser'], otherHand: true, input: record({}) },
      }),
      act({
        ...{ name: 'drop', title: '撤销判定', past: '撤销判定', tone: 'danger' as const },
        ...{ from: ['proposed', 'settled'], to: ['dropped'], by: ['organiser'], judges: true },
        input: record({ reason: field.text('原因', { least: 4, most: 300 }) }),
      }),
    ],
  })
