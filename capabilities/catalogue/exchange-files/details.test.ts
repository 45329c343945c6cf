import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { catalogueFileOf, planImport } from './index.ts'
import { recognise } from './header.ts'
import { AREA, BODIES, table, utf8, WHOLE } from './testing.ts'

const LISTS = {
  materialDetails:
    '身份证｜证件证书证明｜申请人自备｜1｜1｜纸质｜必要\n申请表｜申请表格文书｜申请人自备｜1｜0｜纸质和电子｜必要｜｜填写完整',
  faqDetails: '收费吗｜不收费\n要多久｜十个工作日',
  feeDetails: '工本费｜每本十元｜测试标准｜是',
}
const LINE = {
  ...WHOLE,
  localTaskCode: 'test-subsidy',
  taskCode: `${BODIES[0]!.creditCode}4370511001000`,
  deptCode: BODIES[0]!.creditCode,
  ...LISTS,
}
const around = { area: AREA, bodies: BODIES }

test('lists of an item leave as numbered columns or as sheets, and either comes back as the same', async () => {
  const file = catalogueFileOf('事项目录', [LINE])
  expect(file.csv()).toContain('材料2名称')
  const workbook = await file.xlsx({ by: '测试甲', at: '2026-11-23T01:00:00.000Z' })
  for (const bytes of [utf8(file.csv()), workbook]) {
    const plan = (await planImport(await table(bytes), around, [{ item: 'test-subsidy', line: LINE }]))!
    expect(plan.rows.map(({ outcome, doubts, line }) => [outcome, doubts, line])).toEqual([
      ['unchanged', [], LINE],
    ])
    expect([plan.asides, plan.unread]).toEqual([[], []])
  }
})

test.each([
  ['材料1,材料1来源,材料1原件', '身份证,申请人自备,1份', '身份证｜｜申请人自备｜1'],
  ['材料名称1,材料名称2', '身份证,申请表', '身份证\n申请表'],
  ['材料1名称,材料3名称', '身份证,申请表', '身份证\n申请表'],
  ['申请材料明细', '"身份证｜\n\n申请表｜申请表格文书｜"', '身份证\n申请表｜申请表格文书'],
])('%s is read as one list', async (headings, cells, list) => {
  const text = `事项名称,基本编码,事项类型,${headings}\n测试补贴申领,370511001000,行政给付,${cells}\n`
  const plan = (await planImport(await table(utf8(text)), around, []))!
  expect(plan.rows[0]!.line.materialDetails).toBe(list)
  expect(plan.unread).toEqual([])
})

test('an entry of a list whose item is not in the file is named with its words', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '清单',
        rows: [
          ['事项名称', '基本编码', '事项类型'],
          ['测试补贴申领', '370511001000', '行政给付'],
        ],
      },
      {
        name: '申请材料',
        rows: [
          ['基本编码', '材料名称'],
          ['370511001000', '身份证'],
          ['370511001999', '无主材料'],
        ],
      },
    ],
  })
  const found = await recognise(await table(bytes))
  expect(found.rows[0]!.cells.materialDetails).toBe('身份证')
  expect(found.asides).toEqual([
    { sheet: '申请材料', row: 3, why: 'detail-lost', text: '370511001999 | 无主材料' },
  ])
  expect(found.apart.map(({ sheet, row, why }) => [sheet, row, why])).toEqual([
    ['清单', 1, 'header'],
    ['申请材料', 1, 'header'],
    ['申请材料', 2, 'detail'],
  ])
})

test.each([
  [
    'a CSV, where a merged heading stands once',
    [
      ['事项名称', '基本编码', '事项类型', '承诺办结时限', '', '实施主体', ''],
      ['', '', '', '时限', '单位', '名称', '编码'],
    ],
  ],
  [
    'a workbook, where it fills its cells',
    [
      ['事项名称', '基本编码', '事项类型', '承诺办结时限', '承诺办结时限', '实施主体', '实施主体'],
      ['事项名称', '基本编码', '事项类型', '数值', '单位', '名称', '编码'],
    ],
  ],
  [
    'groups over every column',
    [
      ['基本信息', '', '', '时限信息', '', '办理单位', ''],
      ['事项名称', '基本编码', '事项类型', '承诺时限', '承诺时限单位', '实施主体', '实施主体编码'],
    ],
  ],
])('headings of two rows: %s', async (_, [above, below]) => {
  const row = ['测试补贴申领', '370511001000', '行政给付', '10', '工作日', '民政局', '']
  const found = await recognise(
    await table(utf8([above!, below!, row].map((cells) => cells.join(',')).join('\n'))),
  )
  expect(found.rows.map(({ cells }) => cells)).toEqual([
    {
      ...{ taskName: '测试补贴申领', catalogCode: '370511001000', taskType: '行政给付' },
      ...{ promiseDay: '10', promiseType: '工作日', deptName: '民政局', deptCode: '' },
    },
  ])
  expect(found.unread).toEqual([])
})

test('a first line of data is no second row of headings', async () => {
  const found = await recognise(await table(utf8('事项名称,基本编码,事项类型\n甲,,\n乙,370511001000,给付\n')))
  expect(found.rows.map(({ cells }) => cells.taskName)).toEqual(['甲', '乙'])
})
