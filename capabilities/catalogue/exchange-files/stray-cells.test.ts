import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readTable } from './table.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const merges = (...refs: string[]) =>
  `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

/** A workbook of two rows with something in its sheet that a spreadsheet or an attacker left there. */
async function workbook(change: (sheet: string) => string): Promise<Uint8Array> {
  const rows = [
    ['事项名称', '基本编码'],
    ['测试补贴申领', '370511001000'],
  ]
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: '清单', rows }] }))
  return zipSync({ ...parts, [SHEET]: strToU8(change(strFromU8(parts[SHEET]!))) })
}

const cellsOf = async (bytes: Uint8Array) => {
  const read = await readTable(bytes)
  return typeof read === 'string' ? read : read.sheets[0]!.rows.map(({ cells }) => cells)
}

test.each([
  ['a merge far past the last column', merges('A1:ZZZZ1'), ['事项名称', '事项名称']],
  ['a merge far past the last row', merges('A1:A1048576'), ['事项名称', '基本编码']],
])('%s covers what the sheet has', async (_, xml, head) => {
  const read = await cellsOf(await workbook((sheet) => sheet.replace('</sheetData>', `</sheetData>${xml}`)))
  expect(read).toHaveLength(2)
  expect(read[0]).toEqual(head)
})

test('a stray cell at the far end of a sheet is no million rows', async () => {
  const stray = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
  const bytes = await workbook((sheet) => sheet.replace('</sheetData>', `${stray}</sheetData>`))
  expect(await cellsOf(bytes)).toHaveLength(2)
})

test('cells merged over each other are no work for hours but a broken file', async () => {
  const over = merges(...Array.from({ length: 5 }, () => 'A1:B2'))
  const bytes = await workbook((sheet) => sheet.replace('</sheetData>', `</sheetData>${over}`))
  expect(await readTable(bytes)).toBe('list-file-broken')
})
