import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { askedOf, columnsOf, sheetFile, type Sheet } from './sheet.ts'

const SHEET: Sheet = {
  title: '办件列表',
  columns: columnsOf('办件编号', '事项', '到期日:day', '剩余工作日:number', '收件时间:moment'),
  rows: [
    ['3703045000202603160000017', '=HYPERLINK("http://x")', '2026-12-02', '-3', '2026-11-20T10:05:30+08:00'],
    ['3703045000202603160000018', '@cmd|x\u0001', undefined, undefined, '2026-11-20T23:59:00.000Z'],
    ['3703045000202603160000019', '食品 & <餐饮>', '长期', 0, undefined],
  ],
  asked: askedOf({ 范围: '全部在办', 状态: undefined, 事项: '食品经营许可' }),
  more: false,
}

// Read by other means than it is written with: unpacked, and its XML looked at.
let parts: Record<string, string>
beforeAll(async () => {
  const bytes = await sheetFile(SHEET).xlsx({ by: '演示窗口01', at: '2026-11-23T01:00:00.000Z' })
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
})
const list = () => parts['xl/worksheets/sheet1.xml']!
const shared = () =>
  [...parts['xl/sharedStrings.xml']!.matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map(([, text]) => text)

/** What stands in a cell: its kind, its text or number, and how it is shown. */
function cell(ref: string, sheet = list()) {
  const [, attributes = '', inside = ''] =
    new RegExp(`<c r="${ref}"([^>]*?)(?:/>|>([\\s\\S]*?)</c>)`).exec(sheet) ?? []
  const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1]
  const isText = attributes.includes('t="s"')
  return { isText, value: isText ? shared()[Number(value)] : value, formula: inside.includes('<f') }
}

test('case numbers and everything people typed are text, whatever sign they begin with', () => {
  expect(cell('A2')).toEqual({ isText: true, value: '3703045000202603160000017', formula: false })
  expect(cell('B2')).toEqual({ isText: true, value: '=HYPERLINK("http://x")', formula: false })
  expect(cell('B3')).toMatchObject({ isText: true, value: '@cmd|x' })
  expect(cell('B4').value).toBe('食品 &amp; &lt;餐饮&gt;')
  expect(list()).not.toContain('<f')
})

test('days and moments are dates to reckon with, in the time of China', () => {
  // Days since 1899-12-30, as every spreadsheet counts them.
  const serial = (instant: string) => Date.parse(instant) / 86_400_000 + 25_569
  expect(Number(cell('C2').value)).toBe(serial('2026-12-02T00:00:00Z'))
  expect(Number(cell('E2').value)).toBeCloseTo(serial('2026-11-20T10:05:00Z'), 8)
  expect(Number(cell('E3').value)).toBeCloseTo(serial('2026-11-21T07:59:00Z'), 8)
  expect(cell('C4')).toMatchObject({ isText: true, value: '长期' })
  expect(parts['xl/styles.xml']).toContain('yyyy-mm-dd hh:mm')
})

test('numbers are numbers, and what is not known is empty', () => {
  expect(cell('D2')).toMatchObject({ isText: false, value: '-3' })
  expect(cell('D4').value).toBe('0')
  expect([cell('C3').value, cell('D3').value, cell('E4').value]).toEqual([undefined, undefined, undefined])
})

test('the titles stay in sight, can be filtered by, and columns are as wide as what stands in them', () => {
  expect(list()).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect(list()).toContain('<autoFilter ref="A1:E4"')
  const widths = [...list().matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(widths).toEqual([26, 23, 12, 12, 17])
})

test('a second sheet says what the list is: narrowed how, by whom, when, how long', () => {
  expect(
    [...parts['xl/workbook.xml']!.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name),
  ).toEqual(['办件列表', '说明'])
  const about = parts['xl/worksheets/sheet2.xml']!
  const line = (row: number) => [cell(`A${row}`, about).value, cell(`B${row}`, about).value]
  expect([1, 2, 3, 4, 5, 6].map(line)).toEqual([
    ['列表', '办件列表'],
    ['范围', '全部在办'],
    ['事项', '食品经营许可'],
    ['导出人', '演示窗口01'],
    ['导出时间', '2026年11月23日 09:00'],
    ['行数', '3'],
  ])
})
