import { writeCsv } from 'hucre/csv'

/** A file a spreadsheet opens as it is: UTF-8 with a byte order mark, CRLF, formulas made harmless. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const text = writeCsv(
    [head, ...rows].map((row) => row.map(whole)),
    { bom: true, escapeFormulae: true },
  )
  return `${text}\r\n`
}

export type Cell = string | number | undefined

/** A leading apostrophe keeps the digits of a long number; without it a spreadsheet rounds them. */
const whole = (value: Cell) =>
  typeof value === 'string' && /^\d{12,}$/.test(value) ? `'${value}` : (value ?? null)

export interface CsvRow {
  /** The line on which the row begins; a quoted cell may run over several. */
  line: number
  cells: string[]
}

/** Rows of a CSV (RFC 4180); empty lines are left out, and so is the apostrophe that kept a long number whole. */
export const readCsv = (text: string): CsvRow[] => [...csvRows(text)]

/** The same one after the other, for whoever reads a long file and has others to answer meanwhile. */
export function* csvRows(text: string): Generator<CsvRow, void> {
  let line = 1
  let row: CsvRow = { line, cells: [] }
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at <= text.length) {
    // Files end in empty lines by the thousand.
    if (row.cells.length === 0 && text[at] === '\n') {
      at += 1
      line += 1
      row = { line, cells: [] }
      continue
    }
    const { value, raw } = cellAt(text, at)
    row.cells.push(/^'\d{12,}$/.test(value) ? value.slice(1) : value)
    line += raw.split('\n').length - 1
    at += raw.length
    if (text[at] === ',') {
      at += 1
      continue
    }
    if (row.cells.some((cells) => cells.trim() !== '')) yield row
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    row = { line, cells: [] }
  }
}

/** The cell that begins here, and the text it takes up; a quote that is never closed is a sign like any other. */
function cellAt(text: string, at: number): { value: string; raw: string } {
  const end = text[at] === '"' ? closingQuote(text, at + 1) : -1
  if (end === -1) {
    const raw = text.slice(at, plainEnd(text, at))
    return { value: raw, raw }
  }
  const raw = text.slice(at, plainEnd(text, end + 1))
  return { value: text.slice(at + 1, end).replaceAll('""', '"'), raw }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

function plainEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}
