import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx'
import type { Cell } from './csv.ts'
import { isDay, moment } from './day.ts'
import type { ColumnKind, Sheet, SheetColumn, Taking } from './sheet.ts'

const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const WIDTH_LEAST = 8
const WIDTH_MOST = 46
/** What one cell of a workbook holds. */
const TEXT_MAX = 32_767

/** A workbook: the list under a row of titles that stays in sight, and a sheet that says what it is. */
export async function xlsx(sheet: Sheet, taking: Taking): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [sheet, ...(sheet.beside ?? [])].map(listSheet).concat(aboutSheet(sheet, taking)),
    properties: { title: sheet.title, creator: taking.by, created: new Date(taking.at) },
    defaultFont: { name: '宋体', size: 11 },
  })
}

function listSheet({ title, columns, rows }: Sheet): WriteSheet {
  const cells = rows.map((row) => columns.map(({ kind }, at) => cellOf(row[at], kind)))
  const last = columnLetters(Math.max(columns.length, 1))
  return {
    name: sheetName(title),
    columns: columns.map((column, at) => ({
      width: widthOf(
        column,
        rows.map((row) => row[at]),
      ),
      style: styleOf(column.kind),
    })),
    rows: [columns.map((column) => column.title), ...cells],
    cells: new Map(columns.map((column, at) => [`0,${at}`, { value: column.title, style: HEAD }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${cells.length + 1}` },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function aboutSheet({ title, rows, asked, more }: Sheet, { by, at }: Taking): WriteSheet {
  const cut = more ? [['注意', `只导出了前${rows.length}行。请加条件，分几次导出。`]] : []
  const lines = [
    ['列表', title],
    ...(asked.length === 0 ? [['条件', '没有加条件']] : asked.map(({ label, text }) => [label, text])),
    ['导出人', by],
    ['导出时间', moment(at)],
    ['行数', String(rows.length)],
    ...cut,
    ['姓名', '按屏幕上的样子遮盖。导出已经记录在案，请妥善保管。'],
  ]
  return {
    name: '说明',
    columns: [
      { width: 14, style: { ...TEXT, font: { bold: true } } },
      { width: 60, style: TEXT },
    ],
    rows: lines.map((line) => line.map(plain)),
  }
}

const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }
const HEAD: CellStyle = { ...TEXT, font: { bold: true } }

const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  number: 'General',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
}

const styleOf = (kind: ColumnKind): CellStyle => ({ ...TEXT, numFmt: FORMATS[kind] })

/** Text is never a formula here: it is stored as text, whatever sign it begins with. What is no date stays text in a column of dates. */
function cellOf(value: Cell, kind: ColumnKind): CellValue {
  if (value === undefined || value === '') return null
  if (kind === 'number' && /^-?\d{1,15}(\.\d+)?$/.test(String(value))) return Number(value)
  if (kind === 'day' && isDay(String(value))) return new Date(`${value}T00:00:00Z`)
  if (kind === 'moment' && !Number.isNaN(Date.parse(String(value)))) return localTime(String(value))
  return plain(String(value))
}

/** A workbook knows no zones: it is told the wall time in China, to the minute. */
function localTime(instant: string): Date {
  const local = Date.parse(instant) + SHANGHAI_OFFSET_MS
  return new Date(local - (local % 60_000))
}

/** Signs that XML cannot hold would make the whole file unreadable. */
function plain(text: string): string {
  return text.replaceAll(UNREADABLE, '').toWellFormed().slice(0, TEXT_MAX)
}

// oxlint-disable-next-line no-control-regex -- these are the signs XML 1.0 leaves out
const UNREADABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** As wide as what stands in it, a Chinese character counting twice; long texts run over several lines. */
function widthOf({ title, kind }: SheetColumn, values: readonly Cell[]): number {
  const least = kind === 'moment' ? 17 : kind === 'day' ? 12 : WIDTH_LEAST
  const widest = values.reduce((most: number, value) => Math.max(most, signs(value)), signs(title) + 2)
  return Math.min(Math.max(kind === 'text' ? widest + 1 : signs(title) + 2, least), WIDTH_MOST)
}

const signs = (value: Cell): number =>
  [...String(value ?? '').slice(0, 200)].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)

/** Workbooks refuse some signs and more than 31 of them in the name of a sheet. */
const sheetName = (title: string): string => title.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31)

function columnLetters(count: number): string {
  const rest = Math.floor((count - 1) / 26)
  const letter = String.fromCharCode(65 + ((count - 1) % 26))
  return rest === 0 ? letter : columnLetters(rest) + letter
}
