import { addDays } from '#engine/day.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { draftedFields, DRAFTING, draftingActs, draftingState, type Drafted } from '../answering/acts.ts'

export const OUTSIDE_NEWS = 'outside-item-news'

const told = record({
  system: field.text('系统编号', { most: 40 }),
  systemName: field.text('系统名称', { most: 100 }),
  code: field.text('系统事项编码', { most: 60 }),
  name: field.text('系统事项名称', { most: 200 }),
  item: field.item('平台事项'),
  differences: field.several(field.text('变化', { most: 1000 }), '有什么变化', { most: 60 }),
})
const body = record({
  ...told.properties,
  how: field.optional(field.text('怎样处理', { most: 500 })),
  ...draftedFields,
})

export interface OutsideNews extends Drafted {
  system: string
  systemName: string
  code: string
  name: string
  item: string
  differences: string[]
}
const act = bookAct<OutsideNews, { days: number }>()

/** Where the plan sets no day for what changes above [K]. */
const ANSWER_CALENDAR_DAYS = 30
const EDITORS = ['item-author', 'item-approver'] as const

/** 对应事项变更 (YY-3.2.1-04): an outside item that one of ours is has changed; whoever writes ours changes it too, or says why not. */
export const outsideNewsBook = (organisation: Pick<Organisation, 'pack'>) =>
  defineBook({
    kind: OUTSIDE_NEWS,
    words: {
      title: '对应事项变更',
      entry: '这次变更',
      text: '自建系统的事项变了，和它一一对应的平台事项要跟着核对：起草变更，或者说明不用改的原因。',
      basis: ['YY-3.2.1-04'],
    },
    body,
    columns: ['systemName', 'name', 'item', 'differences'],
    states: {
      told: { title: '待核对', waits: EDITORS },
      [DRAFTING]: draftingState,
      changed: { title: '已改', final: true, tone: 'good' },
      'as-it-is': { title: '不用改', final: true },
    },
    sees: { 'item-author': 'area', 'item-approver': 'area', supervisor: 'area', system: 'area' },
    place: ({ system, code, name, item }) => ({ title: name, key: `${system}/${code}`, item }),
    world: async ({ area }) => {
      const parameters = (await organisation.pack(area))?.body.parameters
      return { days: parameters?.authoring?.value.upperChangeCalendarDays ?? ANSWER_CALENDAR_DAYS }
    },
    acts: [
      act({
        ...{ name: 'tell', title: '告知变化', past: '系统事项有变化', lawful: 'YY-3.2.1-04' },
        ...{ from: [], to: ['told'], by: ['system'], input: told },
        due: ({ world }) => addDays(world.today, world.known.days),
      }),
      act({
        ...{ name: 'tell-more', title: '告知又有变化', past: '系统事项又有变化' },
        ...{ from: ['told', DRAFTING], to: 'same' as const, by: ['system'], input: told },
        sets: ({ dossier, input: { name, differences } }) => ({
          name,
          differences: [...new Set([...dossier.body.differences, ...differences])].slice(-60),
        }),
      }),
      act({
        ...{ name: 'leave', title: '不用改', past: '核对过，不用改', from: ['told'], to: ['as-it-is'] },
        ...{ by: EDITORS, input: record({ how: field.text('原因', { least: 4, most: 500 }) }) },
        sets: ({ input }) => input,
      }),
      ...draftingActs<OutsideNews, { days: number }>({
        ...{ from: 'told', done: 'changed', by: ['item-author'], lawful: 'YY-3.2.1-04', asksItem: false },
      }),
    ],
  })
