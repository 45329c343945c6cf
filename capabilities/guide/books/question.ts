import { bookAct, defineBook, field, record, type Book } from '#capabilities/books/model.ts'
import { plainQuestion } from '#capabilities/catalogue/index.ts'
import { withoutNumbers } from '../model/alike.ts'

/** 群众提问: what somebody asked about an item, on its page or at a window. Nobody is named. */
export interface Question {
  item: string
  question: string
  channel: 'portal' | 'window' | 'phone'
  /** The question in plain words, by which equal ones are found. */
  plain: string
}

export const questionBook: Pick<Book<Question>, 'kind' | 'records'> = { kind: 'guide-question' }
export const QUESTION_ASKED = 'guide-question-ask'

const CHANNELS = { portal: '网上提问', window: '窗口', phone: '电话' } as const

const asked = record({
  item: field.item(),
  question: field.text('问题', { least: 4, most: 200, hint: '不要写姓名、证件号和电话。' }),
  channel: field.choice('从哪里来', CHANNELS),
})
const question = record({ ...asked.properties, plain: field.text('归并用语', { least: 0, most: 200 }) })

const act = bookAct<Question>()
const ANSWERS = ['item-author', 'item-approver', 'director']

export const questions = (): Book<Question> =>
  defineBook({
    kind: questionBook.kind,
    words: {
      title: '群众提问',
      entry: '这个问题',
      text: '群众在办事指南页面和窗口问的问题。同样的问题问到次数，会自动建议写进常见问题。',
      basis: ['DW-3.4.13-07'],
    },
    body: question,
    columns: ['item', 'question', 'channel'],
    states: {
      asked: { title: '待处理', waits: ANSWERS },
      answered: { title: '已处理', final: true, tone: 'good' },
      'no-question': { title: '不是办事问题', final: true },
    },
    sees: {
      ...{ 'item-author': 'area', 'item-approver': 'area', supervisor: 'area', director: 'area' },
      'window-clerk': 'area',
    },
    place: ({ item, question: text }) => ({ title: text.slice(0, 60), item }),
    acts: [
      act({
        ...{ name: 'ask', title: '登记群众提问', past: '提问', from: [], to: ['asked'] },
        ...{ by: ['system', 'window-clerk', 'director'], tone: 'primary' as const, input: asked },
        sets: ({ input }) => ({
          ...{ ...input, question: withoutNumbers(input.question) },
          plain: plainQuestion(withoutNumbers(input.question)).slice(0, 200),
        }),
      }),
      act({
        ...{
          name: 'answer',
          title: '已答复',
          past: '答复了',
          from: ['asked'],
          to: ['answered'],
          by: ANSWERS,
        },
        ...{
          tone: 'primary' as const,
          input: record({ answer: field.text('怎样答复的', { least: 4, most: 1000 }) }),
        },
      }),
      act({
        ...{ name: 'set-aside', title: '不是办事问题', past: '不作为办事问题处理', from: ['asked'] },
        ...{ to: ['no-question'], by: ANSWERS, input: record({ reason: field.text('理由', { least: 4 }) }) },
      }),
    ],
  })
