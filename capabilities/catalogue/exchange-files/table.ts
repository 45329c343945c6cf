import { csvRows } from '#ui/format/csv.ts'
import type { ExchangeFileRefusal } from '../contract/exchange-file-routes.ts'
import { breath } from '../search/breath.ts'
import { cellText, readWorkbook } from './workbook.ts'

/** A row as it stands in the file, every cell as text. */
export interface TableRow {
  /** As the spreadsheet numbers it. */
  row: number
  cells: readonly string[]
  /** Columns whose text stands in a merged cell that begins further up or to the left. */
  merged?: ReadonlySet<number>
}

export interface TableSheet {
  name: string
  rows: readonly TableRow[]
}

export type TableFault = Extract<
  ExchangeFileRefusal,
  'list-file-empty' | 'list-file-old-workbook' | 'list-file-broken' | 'list-file-encoding-unknown'
>

export interface Table {
  sheets: readonly TableSheet[]
  encoding: 'utf-8' | 'utf-16' | 'gb18030' | 'workbook'
}

const CSV_SHEET = ''

/** A workbook or a CSV by its first bytes; office programs here save CSV as UTF-8, as GB18030 or, as “Unicode text”, as UTF-16. */
export async function readTable(bytes: Uint8Array): Promise<Table | TableFault> {
  if (bytes.length === 0) return 'list-file-empty'
  if (starts(bytes, [0x50, 0x4b])) return readWorkbook(bytes)
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'list-file-old-workbook'
  const read = decoded(bytes)
  return read === undefined ? 'list-file-encoding-unknown' : readText(read.text, read.encoding)
}

/** A CSV that has been decoded. */
export async function readText(text: string, encoding: Table['encoding']): Promise<Table> {
  const rows = await (tabbed(text) ? readTabbed(text) : readCommas(text))
  return { sheets: [{ name: CSV_SHEET, rows }], encoding }
}

async function readCommas(text: string): Promise<TableRow[]> {
  const rows: TableRow[] = []
  const rest = breath()
  for (const { line, cells } of csvRows(text)) {
    rows.push({ row: line, cells: cells.map(unquoted) })
    await rest()
  }
  return rows
}

/** Spreadsheets part the columns of “Unicode text” with tabs. */
const tabbed = (text: string): boolean => /^[^,\n]*\t[^,\n]*\n/.test(text)

async function readTabbed(text: string): Promise<TableRow[]> {
  const { parseCsv } = await import('hucre/csv')
  const rows = parseCsv(text, { delimiter: '\t' }).map((cells, at) => ({
    row: at + 1,
    cells: cells.map(cellText),
  }))
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

const starts = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)

function decoded(bytes: Uint8Array): { text: string; encoding: Table['encoding'] } | undefined {
  if (starts(bytes, [0xff, 0xfe])) return utf16(bytes, 'utf-16le')
  if (starts(bytes, [0xfe, 0xff])) return utf16(bytes, 'utf-16be')
  if (bytes.includes(0)) return undefined
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = decode(bytes, encoding)
    if (text !== undefined) return { text, encoding }
  }
  return undefined
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be') {
  const text = decode(bytes, encoding)
  return text === undefined ? undefined : { text, encoding: 'utf-16' as const }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The apostrophe that kept a spreadsheet from taking the text for a formula. */
const unquoted = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
