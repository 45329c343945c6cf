import type { BookView, EntryAct, EntryDetail, EntryRow } from '#capabilities/books/contract/book.ts'

export const book: BookView = {
  ...{ book: 'entrustment', title: '委托受理协议', entry: '这份协议', waiting: 1 },
  ...{ text: '部门把受理和送达委托给大厅的协议。', basis: ['DW-3.2.4-04'] },
  columns: ['事项', '委托单位', '受托场所'],
  states: [
    { value: 'proposed', label: '待批' },
    { value: 'in-force', label: '有效' },
    { value: 'ended', label: '已终止' },
  ],
}

const row: EntryRow = {
  ...{ id: 'b1', title: '烟草专卖零售许可委托协议', state: 'proposed', stateText: '待批', tone: 'plain' },
  ...{ cells: ['烟草专卖零售许可', '示例区烟草专卖局', '示例区政务服务大厅'], late: false, version: 1 },
  dueDay: '2026-11-27',
}

export const rows: EntryRow[] = [
  row,
  { ...row, ...{ id: 'b2', title: '气象行政许可委托协议', late: true, dueDay: '2026-11-20' } },
  {
    ...{
      id: 'b3',
      title: '档案利用委托协议',
      state: 'in-force',
      stateText: '有效',
      tone: 'good',
      version: 3,
    },
    ...{ cells: ['档案利用', '示例区档案馆', '示例区政务服务大厅'], late: false },
    ...{ from: '2026-01-01', to: '2026-12-31' },
  },
]

export const begin: EntryAct = {
  ...{ act: 'propose', title: '登记协议', tone: 'primary', help: '登记以后，由另一个人批准。' },
  input: {
    type: 'object',
    required: ['item', 'from', 'ground'],
    properties: {
      item: { type: 'string', title: '事项', maxLength: 60 },
      places: { type: 'array', title: '受托场所', items: { type: 'string' } },
      from: { type: 'string', format: 'date', title: '起始日' },
      ground: { type: 'string', title: '理由', minLength: 4, maxLength: 500 },
      staff: { type: 'integer', title: '派驻人数', minimum: 0 },
      paid: { type: 'boolean', title: '费用由委托单位承担' },
    },
  },
  choices: {
    item: [{ value: 'tobacco', label: '烟草专卖零售许可' }],
    places: [
      { value: 'hall', label: '示例区政务服务大厅' },
      { value: 'centre', label: '示例镇便民服务中心' },
    ],
  },
}

export const entryList = { book, items: rows, begins: [begin] }

export const entryDetail: EntryDetail = {
  ...{ book, row },
  record: [
    { label: '事项', text: '烟草专卖零售许可' },
    { label: '起始日', text: '2026年12月1日' },
  ],
  story: [
    { seq: 1, at: '2026-11-23T10:20:00.000+08:00', who: '授权管理人员', text: '登记协议', details: [] },
  ],
  allowed: [
    { ...{ act: 'approve', title: '批准', tone: 'primary', input: { type: 'object', properties: {} } } },
    {
      ...{ act: 'refuse', title: '不批准', tone: 'danger' },
      input: {
        type: 'object',
        required: ['reason'],
        properties: { reason: { type: 'string', title: '原因', minLength: 4, maxLength: 500 } },
      },
    },
  ],
}
