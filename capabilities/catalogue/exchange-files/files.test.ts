import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { sheetFile } from '#ui/format/sheet.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { readItems } from '../load.ts'
import { catalogueSheet, planImport, readTable, reportSheet, standingLine, type ImportPlan } from './index.ts'
import { unpacksWithinReason } from './unpacked.ts'
import { AREA, BODIES, body, planned, table, utf8, WHOLE } from './testing.ts'

const LINE = '测试补贴申领,370511001000,行政给付,测试区民政局,县级,测试办法第一条'
const HEAD = '事项名称,基本编码,事项类型,实施主体,行使层级,设定依据'
const around = { area: AREA, bodies: BODIES }
const CP936 = new Map<string, number[]>()

/** Bytes of GB18030 for the signs of a text: found by decoding every pair of its two-byte plane once. */
function gb18030(text: string): Uint8Array {
  if (CP936.size === 0) {
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        if (trail !== 0x7f) CP936.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  }
  return new Uint8Array(
    [...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : CP936.get(sign)!)),
  )
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

test.each([
  ['utf-8', utf8(`${HEAD}\n${LINE}\n`)],
  ['utf-8', utf8(`\ufeff${HEAD}\r\n${LINE}\r\n`)],
  ['gb18030', gb18030(`${HEAD}\r\n${LINE}\r\n`)],
  ['utf-16', utf16(`${HEAD}\r\n${LINE}\r\n`)],
  ['utf-16', utf16(`${HEAD}\r\n${LINE}\r\n`.replaceAll(',', '\t'))],
] as const)('a CSV in %s is read by its bytes', async (encoding, bytes) => {
  const plan = (await planImport(await table(bytes), around, []))!
  expect(plan.encoding).toBe(encoding)
  expect(plan.rows.map(({ outcome, line }) => [outcome, line.taskName])).toEqual([['new', '测试补贴申领']])
})

test.each([
  ['list-file-empty', new Uint8Array()],
  ['list-file-old-workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
  ['list-file-broken', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00])],
  ['list-file-encoding-unknown', new Uint8Array([0x41, 0x00, 0xff, 0x42])],
] as const)('%s: a file that is no table says why', async (fault, bytes) =>
  expect(await readTable(bytes)).toBe(fault),
)

test('a workbook that would fill the memory is not unpacked', async () => {
  const rows = [
    ['事项名称', '基本编码', '事项类型'],
    ['甲', '乙', '丙'],
  ]
  const bytes = await writeXlsx({ sheets: [{ name: '清单', rows }] })
  expect(unpacksWithinReason(bytes)).toBe(true)
  const lying = bytes.slice()
  const entry = Buffer.from(lying.buffer).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  new DataView(lying.buffer).setUint32(entry + 24, 0xffff_fff0, true)
  expect(await readTable(lying)).toBe('list-file-broken')
  new DataView(lying.buffer).setUint32(entry + 24, 0, true)
  expect(await readTable(lying)).toBe('list-file-broken')
})

test('a file without national headings has no plan', async () => {
  expect(await planImport(await table(utf8('甲,乙,丙\n1,2,3\n')), around, [])).toBeUndefined()
})

test('a workbook with a title, merged cells, a second heading and a sum: every row is named', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '清单',
        rows: [
          ['测试区政务服务事项清单'],
          [
            '序号',
            '权力名称*',
            '基本编码',
            '权力类型',
            '责任单位',
            '行使层级',
            '法律依据',
            '承诺时限（工作日）',
          ],
          [
            1,
            '测试补贴申领',
            '370511001001',
            '行政给付',
            '测试区民政局',
            '县级',
            '测试办法第一条',
            '20个工作日',
          ],
          [2, '测试津贴申领', '370511001002', null, null, '县级', '测试办法第二条', '即办'],
          [
            '序号',
            '权力名称*',
            '基本编码',
            '权力类型',
            '责任单位',
            '行使层级',
            '法律依据',
            '承诺时限（工作日）',
          ],
          [3, '测试救助申请', 370511001003, '给付', '民政局', '县级', '测试办法第三条', 15],
          ['合计：3项'],
        ],
        merges: [
          { startRow: 2, startCol: 3, endRow: 3, endCol: 3 },
          { startRow: 2, startCol: 4, endRow: 3, endCol: 4 },
        ],
      },
      { name: '填表说明', rows: [['按文件要求填写。']] },
    ],
  })
  const plan = (await planImport(await table(bytes), around, []))!
  expect(plan.rows.map(({ row, outcome, line }) => [row, outcome, line.taskType, line.deptName])).toEqual([
    [3, 'new', '行政给付', '测试区民政局'],
    [4, 'new', '行政给付', '测试区民政局'],
    [6, 'new', '行政给付', '测试区民政局'],
  ])
  expect(plan.rows[1]!.mends.filter(({ code }) => code === 'merged-cell').map(({ field }) => field)).toEqual([
    'taskType',
    'deptName',
  ])
  // 15 of what, the heading says.
  expect(plan.rows[2]!.line).toMatchObject({
    promiseDay: '15',
    promiseType: '工作日',
    catalogCode: '370511001003',
  })
  expect(plan.asides.map(({ row, why }) => [row, why])).toEqual([
    [1, 'above-header'],
    [5, 'header-again'],
    [7, 'note'],
  ])
  expect(plan.unread).toEqual([{ sheet: '清单', heading: '序号', why: 'unknown', filled: 5 }])
  expect(plan.sheetsLeft).toEqual(['填表说明'])
})

const everyPack = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018']

/** The items of a pack with a body for every id that decides. */
function packCatalogue(pack: string) {
  const { items } = readItems(packFolder(pack) + '/items')
  const ids = [...new Set(items.flatMap(({ decidingBody }) => decidingBody.body ?? []))]
  const bodies = ids.map((id) => body(id, `测试区${id}局`, id))
  return { bodies, standing: items.map((item) => standingLine(item, bodies)) }
}

test.each(everyPack)(
  'the whole catalogue of %s goes out and comes back as the same, as either file',
  async (pack) => {
    const { bodies, standing } = packCatalogue(pack)
    const file = sheetFile(
      catalogueSheet(
        '事项目录',
        standing.map(({ line }) => line),
      ),
    )
    const workbook = await file.xlsx({ by: '测试甲', at: '2026-11-23T01:00:00.000Z' })
    for (const bytes of [utf8(file.csv()), workbook]) {
      const plan = (await planImport(await table(bytes), { area: AREA, bodies }, standing))!
      expect(notUnchanged(plan)).toEqual([])
      expect(plan.counts).toEqual({ new: 0, changed: 0, unchanged: standing.length, 'needs-a-human': 0 })
      expect(plan.rows.map(({ item }) => item)).toEqual(standing.map(({ item }) => item))
      expect([plan.asides, plan.unread]).toEqual([[], []])
    }
  },
)

const notUnchanged = ({ rows }: ImportPlan) =>
  rows.filter(({ outcome, mends }) => outcome !== 'unchanged' || mends.length > 0)

test('the report has a line for everything in the file, and goes in again once it is put right', async () => {
  const plan = await planned([
    { ...WHOLE },
    { ...WHOLE, catalogCode: '370511001002', promiseDay: '尽快', 备用: '甲' },
  ])
  const report = reportSheet('导入报告', plan)
  expect(report.rows).toHaveLength(2 + 1)
  const left = sheetFile(reportSheet('导入报告', plan, 'needs-a-human'))
  expect(left.lines).toBe(1)
  expect(left.csv()).toContain('承诺办结时限：原文“尽快”。看不出时限。')
  const again = (await planImport(await table(utf8(left.csv().replace(/,尽快,/, ',10,'))), around, []))!
  expect(again.rows.map(({ outcome, line }) => [outcome, line.catalogCode])).toEqual([
    ['new', '370511001002'],
  ])
})
