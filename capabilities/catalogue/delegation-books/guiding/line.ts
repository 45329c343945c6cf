import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { draftedFields, DRAFTING, draftingActs, draftingState, type Drafted } from '../../answering/acts.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'

export const GUIDING_LINE = 'guiding-line'

export const CHANGES = { came: '新增', changed: '修改', went: '取消' } as const

/** What a county says to a change: it follows, or it follows in its own way. */
const body = record({
  line: field.text('目录编号', { most: 80 }),
  name: field.text('事项名称', { most: 200 }),
  change: field.choice('变化', CHANGES),
  what: field.optional(field.text('变化内容', { most: 1000 })),
  no: field.count('指导目录版次', { least: 1, most: 9999 }),
  domain: field.optional(field.text('领域', { most: 60 })),
  item: field.optional(field.item('本地事项')),
  how: field.optional(field.text('怎样落实', { most: 500 })),
  ...draftedFields,
})

export interface GuidingLine extends Drafted {
  line: string
  name: string
  change: keyof typeof CHANGES
  what?: string
  no: number
  domain?: string
}
const act = bookAct<GuidingLine, { days: number }>()

/** Where the plan sets no limit [K]. */
const ANSWER_WORKING_DAYS = 20

const EDITORS = ['item-author', 'item-approver'] as const

/** 指导目录承接: what changed in the city's guiding catalogue, for this county to follow or adapt within the limit. */
export const guidingLineBook = (organisation: Pick<Organisation, 'pack'>) =>
  defineBook({
    kind: GUIDING_LINE,
    words: {
      ...{ title: '指导目录承接', entry: '这一行' },
      text: '市级指导目录每有变化，这里逐行收到。请在期限内采用，或者说明怎样调整采用。',
      basis: ['LC-3.4-03', 'LC-3.4-04'],
    },
    body,
    columns: ['name', 'change', 'no', 'how'],
    states: {
      told: { title: '待答复', waits: EDITORS },
      [DRAFTING]: draftingState,
      proposed: { title: '调整采用，待审定', waits: ['item-approver'] },
      followed: { title: '已采用', final: true, tone: 'good' },
      adapted: { title: '已调整采用', final: true, tone: 'good' },
    },
    sees: {
      'item-author': 'area',
      'item-approver': 'area',
      supervisor: 'area',
      organiser: 'area',
      system: 'area',
    },
    place: ({ name, line, no, item }) => ({ title: name, key: `${line} ${no}`, ...(item ? { item } : {}) }),
    world: async ({ area }) => {
      const parameters = (await organisation.pack(area))?.body.parameters
      return { days: parameters?.guidingCatalogue?.value.answerWorkingDays ?? ANSWER_WORKING_DAYS }
    },
    acts: [
      act({
        ...{ name: 'tell', title: '告知变化', past: '市级指导目录有变化', lawful: 'LC-3.4-04' },
        ...{ from: [], to: ['told'], by: ['system'], input: body },
        due: ({ world: { calendar, today, known } }) => calendar.addWorkingDays(today, known.days),
      }),
      act({
        ...{ name: 'follow', title: '采用', past: '采用', tone: 'primary' as const },
        ...{ from: ['told'], to: ['followed'], by: EDITORS },
        input: record({
          item: field.optional(field.item('本地事项', '和这一行对应的本地事项；取消的不用选')),
          how: field.optional(field.text('说明', { most: 500 })),
        }),
        refuse: ({ dossier, input }) =>
          dossier.body.change !== 'went' && input.item === undefined
            ? refusal('guiding-line-no-item')
            : undefined,
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'adapt', title: '调整采用', past: '提出调整采用' },
        ...{ from: ['told'], to: ['proposed'], by: EDITORS },
        input: record({
          item: field.optional(field.item('本地事项')),
          how: field.text('怎样调整、为什么', { least: 4, most: 500 }),
        }),
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'agree', title: '审定', past: '审定调整采用', tone: 'primary' as const },
        ...{ from: ['proposed'], to: ['adapted'], by: ['item-approver'], otherHand: true, input: record({}) },
      }),
      act({
        ...{ name: 'return', title: '退回', past: '退回', judges: true },
        ...{ from: ['proposed'], to: ['told'], by: ['item-approver'] },
        input: record({ reason: field.text('意见', { least: 4, most: 300 }) }),
        sets: () => ({ how: null, item: null }),
        due: ({ world: { calendar, today, known } }) => calendar.addWorkingDays(today, known.days),
      }),
      ...draftingActs<GuidingLine, { days: number }>({
        ...{ from: 'told', done: 'followed', by: ['item-author'], lawful: 'LC-3.4-04', asksItem: true },
      }),
    ],
  })
