import { refusal } from '#engine/refusal.ts'
import { field, record } from '#capabilities/books/model.ts'
import { DOMAINS, type ItemVersion } from '../../contract.ts'
import { domainTitles } from '../../contract/domains.ts'
import { GUIDING_LIST } from '../../lists/kinds/centre-list.ts'
import { EDITORS, itemsOf, lineOf, type ListMeans } from '../../lists/kinds/means.ts'
import { ENTRY_MODES, type ListLine } from '../../lists/line.ts'
import { listBook } from '../../lists/list-book.ts'

const Put = record({
  key: field.text('目录编号', { most: 80, hint: '各版之间不变' }),
  name: field.text('事项名称', { most: 200 }),
  domain: field.choice('领域', domainTitles),
  mode: field.optional(field.choice('建议进驻方式', ENTRY_MODES)),
  item: field.optional(field.item('市级事项', '目录行来自哪个上级事项')),
  note: field.optional(field.text('说明', { most: 300 })),
})

/** 基层依申请政务服务事项指导目录: the city says what the grass roots should offer; its counties answer line by line. */
export const guidingList = (means: ListMeans) =>
  listBook(means.db, {
    ...EDITORS,
    kind: GUIDING_LIST,
    words: {
      title: '基层依申请政务服务事项指导目录',
      entry: '这个版本',
      text: '市级制定，动态管理。新版公布后，各县（市、区）逐行收到变化，在期限内采用或者调整采用。',
      basis: ['LC-3.4-03', 'LC-3.4-04'],
    },
    derive: async (when) => (await itemsOf(means, when)).map(lineOf),
    put: {
      input: Put,
      // Checked against `Put` before it comes here.
      lines: (input) => [input as unknown as ListLine],
    },
    lineFault: ({ name, domain }) =>
      domain !== undefined && DOMAINS.includes(domain as ItemVersion['domain'])
        ? undefined
        : refusal('guiding-line-no-domain', { facts: { name }, basis: 'LC-3.4-01' }),
  })
