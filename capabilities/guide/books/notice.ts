import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record, type Book } from '#capabilities/books/model.ts'
import { ANNOUNCED, editionOf, HANDBOOK_TITLES, readEdition } from '../handbook/kinds.ts'
import { handbookStore } from '../handbook/store.ts'
import type { GuideBookMeans } from './means.ts'

/** 清单与受理手册公告 (BS-2.1-07): which version was made known to the public, when and how. */
export interface Notice {
  /** `town@3` */
  edition: string
  on: string
  channel: 'website' | 'board' | 'account' | 'newspaper' | 'other'
  where: string
}

/** The book by its kind, for whoever reads what was announced. */
export const noticeBook: Pick<Book<Notice>, 'kind' | 'records'> = { kind: 'guide-notice' }

const notice = record({
  edition: field.text('公告的版本', { most: 30 }),
  on: field.day('公告日期'),
  channel: field.choice('公告渠道', {
    website: '政府网站、政务服务网',
    board: '大厅、村（社区）公示栏',
    account: '政务新媒体',
    newspaper: '报纸、广播电视',
    other: '其他渠道',
  }),
  where: field.text('登在哪里', { least: 2, most: 200, hint: '网址、公众号名称、公示栏位置或者报纸期号。' }),
})

interface Known {
  editions: readonly { value: string; label: string }[]
}

const act = bookAct<Notice, Known>()
const AUTHORS = ['item-approver', 'item-author']

export const notices = ({ db }: Pick<GuideBookMeans, 'db'>): Book<Notice> =>
  defineBook<typeof notice, Known>({
    kind: noticeBook.kind,
    words: {
      title: '清单和手册公告',
      entry: '这次公告',
      text: '事项清单和受理手册编成以后要向社会公告。没有公告记录的版本，对外显示为未公布。',
      basis: ['BS-2.1-07'],
    },
    body: notice,
    columns: ['on', 'channel', 'where'],
    states: {
      announced: { title: '已公告', stands: true, tone: 'good' },
      'taken-back': { title: '登记有误，已撤回', final: true, tone: 'bad' },
    },
    sees: { 'item-author': 'area', 'item-approver': 'area', supervisor: 'area', director: 'area' },
    place: ({ edition, on, channel, where }) => ({
      ...{ title: titleOf(edition), key: `${edition} ${on} ${channel} ${where}`.slice(0, 200), from: on },
    }),
    async world({ area }) {
      const rows = await handbookStore(db, area).list()
      const announced = rows.filter(({ kind }) => ANNOUNCED.includes(kind))
      return {
        editions: announced.map(({ kind, number }) => {
          const value = editionOf(kind, number)
          return { value, label: titleOf(value) }
        }),
      }
    },
    choices: (name, { editions }) => (name === 'edition' ? editions : undefined),
    acts: [
      act({
        ...{
          name: 'announce',
          title: '登记公告',
          past: '登记了公告',
          from: [],
          to: ['announced'],
          by: AUTHORS,
        },
        ...{ tone: 'primary' as const, lawful: 'BS-2.1-07', input: notice },
        refuse: ({ input, now, world }) => {
          if (!world.known.editions.some(({ value }) => value === input.edition))
            return refusal('guide-notice-no-version', { facts: { edition: input.edition } })
          // What is recorded has happened; nobody reads a notice of tomorrow.
          return input.on > legalDay(now)
            ? refusal('guide-notice-not-yet', { facts: { on: input.on } })
            : undefined
        },
      }),
      act({
        ...{
          name: 'take-back',
          title: '撤回登记',
          past: '撤回了登记',
          from: ['announced'],
          to: ['taken-back'],
        },
        ...{ by: AUTHORS, tone: 'danger' as const },
        input: record({ reason: field.text('原因', { least: 4 }) }),
      }),
    ],
  })

function titleOf(edition: string): string {
  const read = readEdition(edition)
  return read === undefined ? edition : `${HANDBOOK_TITLES[read.kind]}第${read.number}版`
}
