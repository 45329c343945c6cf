import { bookAct, defineBook, field, record, type Book } from '#capabilities/books/model.ts'
import { CHANNEL_TITLES, type Channel } from '../copies/channels.ts'
import type { GuideBookMeans } from './means.ts'
import { authorBodyIn } from './revision.ts'

/** 渠道不一致 (DW-3.5.16-02): a copy that does not say what its source says, found by the nightly check, and who puts it right. */
export interface CopyDifferenceLine {
  item: string
  channel: Channel
  place?: string
  fields: string
  byHand: boolean
  authorBody: string
}

export const copyDifferenceBook: Pick<Book<CopyDifferenceLine>, 'kind' | 'records'> = {
  kind: 'guide-copy-difference',
}

const found = record({
  item: field.item(),
  channel: field.choice('渠道', CHANNEL_TITLES),
  place: field.optional(field.place('场所')),
  fields: field.text('不一样的内容', { most: 500 }),
  byHand: field.yes('有人改动过'),
})
const line = record({ ...found.properties, authorBody: field.body('编制单位') })

interface Known {
  authorBody?: string
}

const act = bookAct<CopyDifferenceLine, Known>()

/** Working days to put a copy right; no plan names any [K]. */
export const MEND_WORKING_DAYS = 3

export const copyDifferences = (means: GuideBookMeans): Book<CopyDifferenceLine> =>
  defineBook<typeof line, Known>({
    kind: copyDifferenceBook.kind,
    words: {
      title: '指南渠道不一致',
      entry: '这处不一致',
      text: '系统每天夜里核对网站、终端、屏幕和纸质指南。和发布的不一样的，记在这里，由编制单位和所在场所改正；改正以后自动销账。',
      basis: ['DW-3.5.16-02', 'DW-3.3.12-06'],
    },
    body: line,
    columns: ['item', 'channel', 'place', 'fields', 'authorBody'],
    states: {
      open: { title: '待改正', waits: ['item-author', 'director'], tone: 'bad' },
      mended: { title: '已一致', final: true, tone: 'good' },
    },
    sees: {
      ...{ director: 'own-place', 'window-clerk': 'own-place', 'item-author': 'own-body' },
      ...{ 'item-approver': 'area', supervisor: 'area' },
      // The house compares.
      system: 'area',
    },
    place: ({ item, channel, place, authorBody }) => ({
      ...{ title: CHANNEL_TITLES[channel], item, bodies: [authorBody] },
      ...(place === undefined ? {} : { place, places: [place] }),
      key: `${channel}/${place ?? ''}/${item}`,
    }),
    world: async ({ area, now, input, entry }) => {
      const authorBody = await authorBodyIn(means, area, now, String(input['item'] ?? entry.body.item ?? ''))
      return authorBody === undefined ? {} : { authorBody }
    },
    acts: [
      act({
        ...{ name: 'find', title: '发现不一致', past: '夜间核对发现不一致', from: [], to: ['open'] },
        ...{ by: ['system'], input: found },
        sets: ({ input, world }) => ({ ...input, authorBody: world.known.authorBody! }),
        due: ({ world }) => world.calendar.addWorkingDays(world.today, MEND_WORKING_DAYS),
      }),
      act({
        ...{ name: 'agree', title: '已一致', past: '核对一致，销账', from: ['open'], to: ['mended'] },
        ...{ by: ['system'], input: record({}) },
      }),
      act({
        ...{ name: 'explain', title: '说明情况', past: '说明了情况', from: ['open'], to: 'same' },
        ...{
          by: ['item-author', 'director'],
          input: record({ note: field.text('什么时候改好', { least: 4 }) }),
        },
      }),
    ],
  })
