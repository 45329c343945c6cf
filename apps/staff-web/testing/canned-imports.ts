import type {
  ImportRowDetail,
  ImportRowView,
  ImportRunDetail,
} from '#capabilities/catalogue/contract/item-import-routes.ts'

export const RUN = '01900000-0000-7000-8000-0000000000a1'

export const run: ImportRunDetail = {
  ...{
    id: RUN,
    name: '示例市政务服务事项目录.xlsx',
    state: 'open',
    stateText: '待处理',
    encoding: 'workbook',
  },
  ...{ reached: 412, total: 412, by: '演示审定01', at: '2026-11-23T09:12:00.000+08:00' },
  counts: {
    'needs-a-human': 2,
    changed: 3,
    new: 5,
    unchanged: 398,
    'not-a-row': 4,
  } as ImportRunDetail['counts'],
  beside: ['不认识的列“序号”没有读，其中408行填了内容'],
  willDo: ['3个事项有改动：各起草一次变更，送编制单位修改、送审，不直接改现行内容。'],
}

export const waitingRow: ImportRowView = {
  ...{ n: 7, sheet: '清单', row: 8, standing: 'needs-a-human', standingText: '要人核对' },
  ...{ name: '示例补贴申领', code: '尽快' },
  doubts: ['基本编码：原文“尽快”。编码不合规则。基本编码12位，实施编码31位。请核对。'],
  ...{ changes: [], mends: ['实施主体：单位名称写全称（原文“民政局”，改为“示例区民政局”）'] },
}

export const rows: ImportRowView[] = [
  waitingRow,
  {
    ...{ n: 9, sheet: '清单', row: 10, standing: 'changed', standingText: '有改动', name: '高龄津贴认定' },
    ...{ code: '370511001000', item: 'elderly-allowance', doubts: [], mends: [] },
    changes: ['承诺办结时限：10 → 8'],
  },
  {
    ...{ n: 1, sheet: '清单', row: 1, standing: 'not-a-row', standingText: '不是事项', name: '示例市目录' },
    ...{ code: '', doubts: [], changes: [], mends: [], note: '表头上面的文字：示例市目录' },
  },
]

export const rowDetail: ImportRowDetail = {
  ...waitingRow,
  problems: [],
  fields: [
    {
      ...{ field: 'taskName', title: '事项名称', original: '示例补贴申领', text: '示例补贴申领' },
      ...{ problems: [], long: false },
    },
    {
      ...{ field: 'catalogCode', title: '基本编码', original: '尽快', text: '尽快', long: false },
      problems: ['编码不合规则。基本编码12位，实施编码31位。请核对。'],
      proposal: '370511001001',
    },
    {
      ...{ field: 'taskType', title: '事项类型', original: '便民', text: '便民', long: false },
      problems: ['不在国家标准的选项里。请改成规定的写法。'],
      choices: ['行政许可', '行政给付', '公共服务'],
    },
    {
      ...{ field: 'byLaw', title: '设定依据', original: '示例办法第一条', text: '示例办法第一条' },
      ...{ problems: [], long: true },
    },
  ],
}

export const mendedRow: ImportRowDetail = {
  ...rowDetail,
  ...{ standing: 'new', standingText: '新事项', code: '370511001001', doubts: [], mendedBy: '演示审定01' },
  fields: rowDetail.fields.map((field) => ({ ...field, problems: [] })),
}

export const lines = {
  items: [
    {
      ...{ id: '01900000-0000-7000-8000-0000000000b1', name: '示例津贴申领', code: '370511001002' },
      ...{ body: '示例区民政局', from: '示例市政务服务事项目录.xlsx', row: 12 },
    },
  ],
}

export const systems = {
  items: [
    {
      ...{ id: 'minzheng', name: '示例民政业务系统', owner: '示例区民政局', mode: 'interface' },
      ...{ modeText: '接口对接', items: 2, mapped: 1 },
    },
  ],
}

export const outside = {
  items: [
    {
      ...{ system: 'minzheng', systemName: '示例民政业务系统', code: 'MZ-2', name: '示例系统事项' },
      details: { promisedDays: 15, materials: ['申请表'] },
    },
  ],
}

const { beside: _beside, willDo: _willDo, ...summary } = run

/** Every answer of the pages about catalogues on their way in. */
export const importReplies = {
  'GET /item-imports': {
    items: [
      summary,
      {
        ...{ ...summary, id: '01900000-0000-7000-8000-0000000000a2', name: '上半年目录.csv' },
        ...{ state: 'taking-in', stateText: '正在导入', reached: 120, total: 300 },
      },
      {
        ...{ ...summary, id: '01900000-0000-7000-8000-0000000000a3', name: '旧目录.xls', counts: {} },
        ...{
          state: 'failed',
          stateText: '没有读成',
          failure: '这是旧版的xls文件，读不了。请在表格软件里另存为xlsx或CSV，再上传。',
        },
      },
    ],
  },
  [`GET /item-imports/${RUN}`]: run,
  [`GET /item-imports/${RUN}/rows`]: { items: rows },
  [`GET /item-imports/${RUN}/rows/7`]: rowDetail,
  'GET /directory-lines': lines,
  'GET /outside-systems': systems,
  'GET /outside-items': outside,
  'GET /outside-items/own-unmapped': {
    items: [{ id: 'elderly-allowance', name: '高龄津贴认定', code: '370511001000' }],
  },
}
