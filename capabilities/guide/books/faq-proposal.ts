import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record, type Book } from '#capabilities/books/model.ts'
import type { GuideBookMeans } from './means.ts'

/** 常见问题、常见错误的建议: what many asked, or what many got wrong, for the guide to say. */
export interface FaqProposal {
  item: string
  about: 'question' | 'error'
  question: string
  /** In plain words; for errors the material. */
  plain: string
  times: number
  since: string
  answer?: string
}

export const faqProposalBook: Pick<Book<FaqProposal>, 'kind' | 'records'> = { kind: 'guide-faq-proposal' }

const proposed = record({
  item: field.item(),
  about: field.choice('建议写进', { question: '常见问题', error: '常见错误示例' }),
  question: field.text('群众问什么、错在哪里', { most: 300 }),
  plain: field.text('归并用语', { least: 0, most: 200 }),
  times: field.count('次数'),
  since: field.day('从哪天起统计'),
})
const proposal = record({
  ...proposed.properties,
  answer: field.optional(field.text('答案、怎样才对', { most: 1000 })),
})

interface Known {
  /** The newest version of the item has it already. */
  inItem?: boolean
}

const act = bookAct<FaqProposal, Known>()
const WRITERS = ['item-author', 'item-approver']

export const faqProposals = ({ catalogue }: GuideBookMeans): Book<FaqProposal> =>
  defineBook<typeof proposal, Known>({
    kind: faqProposalBook.kind,
    words: {
      title: '常见问题建议',
      entry: '这条建议',
      text: '一段时间里问得多的问题、补正最多的材料，自动列在这里。写好答案采用以后，当天就在办事指南里公布。',
      basis: ['DW-3.4.13-07'],
    },
    body: proposal,
    columns: ['item', 'about', 'question', 'times', 'answer'],
    states: {
      proposed: { title: '待答复', waits: WRITERS },
      adopted: { title: '已采用，指南里可见', stands: true, tone: 'good' },
      dismissed: { title: '不采用', final: true },
      'in-item': { title: '已写进事项', final: true, tone: 'good' },
    },
    sees: { 'item-author': 'area', 'item-approver': 'area', supervisor: 'area', director: 'area' },
    place: ({ item, about, question, plain }) => ({
      ...{ title: question.slice(0, 60), item, key: `${item}/${about}/${plain}`.slice(0, 300) },
    }),
    async world({ area, now, entry }) {
      const { item, question } = entry.body
      if (item === undefined) return {}
      const published = await catalogue.itemInForce(area, item, legalDay(now))
      const { faq = [], guide } = published?.item ?? {}
      const said = [
        ...faq.map((line) => line.question),
        ...(guide?.commonErrors ?? []).map(({ wrong }) => wrong),
      ]
      return { inItem: said.includes(question) }
    },
    acts: [
      act({
        ...{
          name: 'propose',
          title: '建议',
          past: '建议写进指南',
          from: [],
          to: ['proposed'],
          by: ['system'],
        },
        input: proposed,
      }),
      act({
        ...{
          name: 'adopt',
          title: '采用并公布',
          past: '采用并公布',
          from: ['proposed'],
          to: ['adopted'],
          by: WRITERS,
        },
        tone: 'primary',
        input: record({
          question: field.text('在指南里怎样写（问题或者错处）', { least: 4, most: 300 }),
          answer: field.text('答案、怎样才对', { least: 4, most: 1000 }),
        }),
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'amend', title: '修改', past: '修改了答案', from: ['adopted'], to: 'same', by: WRITERS },
        input: record({ answer: field.text('答案、怎样才对', { least: 4, most: 1000 }) }),
        sets: ({ input }) => input,
      }),
      act({
        ...{
          name: 'into-item',
          title: '已写进事项',
          past: '写进了事项',
          from: ['adopted'],
          to: ['in-item'],
          by: WRITERS,
        },
        help: '事项新版本里有了同样的问题，这里就不再单独公布。',
        input: record({}),
        refuse: ({ world }) => (world.known.inItem ? undefined : refusal('guide-faq-not-in-item')),
      }),
      act({
        ...{
          name: 'dismiss',
          title: '不采用',
          past: '没有采用',
          from: ['proposed', 'adopted'],
          to: ['dismissed'],
        },
        ...{ by: WRITERS, input: record({ reason: field.text('理由', { least: 4 }) }) },
      }),
    ],
  })
