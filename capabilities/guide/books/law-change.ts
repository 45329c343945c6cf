import { bookAct, defineBook, field, record, type Book } from '#capabilities/books/model.ts'
import type { GuideBookMeans } from './means.ts'
import { citedLaws } from '../model/citations.ts'
import { legalDay } from '#engine/day.ts'

/** 法规政策变动 (DW-3.3.12-03): a law or policy that guides cite has changed. */
export interface LawChange {
  law: string
  change: 'amended' | 'repealed' | 'replaced' | 'new-policy'
  document: string
  effectiveOn: string
  what: string
  /** Until when guides have to be revised. */
  reviseBy: string
}

export const lawChangeBook: Pick<Book<LawChange>, 'kind' | 'records'> = { kind: 'guide-law-change' }
export const LAW_CHANGED = 'guide-law-change-register'

const change = record({
  law: field.text('法律法规或者政策', { most: 200, hint: '从事项引用的依据里选。' }),
  change: field.choice('变动情况', {
    amended: '修改',
    repealed: '废止',
    replaced: '被新的取代',
    'new-policy': '政策调整',
  }),
  document: field.text('变动的文件', { least: 4, most: 200, hint: '公布的令、决定或者文件的名称和文号。' }),
  effectiveOn: field.day('施行日期'),
  what: field.text('改了什么', { least: 4, most: 1000 }),
  reviseBy: field.day('指南修订期限'),
})

interface Known {
  laws: readonly { value: string; label: string }[]
}

const act = bookAct<LawChange, Known>()
const WRITERS = ['item-author', 'item-approver', 'power-registrar', 'supervisor']

export const lawChanges = ({ catalogue }: GuideBookMeans): Book<LawChange> =>
  defineBook<typeof change, Known>({
    kind: lawChangeBook.kind,
    words: {
      title: '法规政策变动',
      entry: '这次变动',
      text: '登记法律、法规、政策的变动。凡是引用它的办事指南，都会自动生成一条限期修订任务。',
      basis: ['DW-3.3.12-03'],
    },
    body: change,
    columns: ['law', 'change', 'document', 'effectiveOn', 'reviseBy'],
    states: {
      registered: { title: '已登记', stands: true },
      done: { title: '已了结', final: true, tone: 'good' },
    },
    sees: Object.fromEntries(WRITERS.map((role) => [role, 'area' as const])),
    place: ({ law, document, effectiveOn }) => ({
      ...{ title: law, key: `${law} ${document}`.slice(0, 300), from: effectiveOn },
    }),
    async world({ area, now }) {
      const items = await catalogue.itemsInForce(area, legalDay(now))
      return {
        laws: citedLaws(items.map(({ item }) => item)).map(({ law, items: citing }) => ({
          ...{ value: law, label: `${law}（${citing.length}个事项引用）` },
        })),
      }
    },
    choices: (name, { laws }) => (name === 'law' ? laws : undefined),
    acts: [
      act({
        ...{
          name: 'register',
          title: '登记变动',
          past: '登记了变动',
          from: [],
          to: ['registered'],
          by: WRITERS,
        },
        ...{ tone: 'primary' as const, lawful: 'DW-3.3.12-03', input: change },
      }),
      act({
        ...{ name: 'close', title: '了结', past: '了结', from: ['registered'], to: ['done'], by: WRITERS },
        input: record({ note: field.text('处理情况', { least: 4 }) }),
      }),
    ],
  })
