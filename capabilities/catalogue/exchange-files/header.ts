import { fieldHeaded, type FieldId } from './fields.ts'
import type { Table, TableRow, TableSheet } from './table.ts'

/** One row of a file under its headings, as it is written. */
export interface WrittenRow {
  sheet: string
  row: number
  cells: Readonly<Partial<Record<FieldId, string>>>
  /** Fields whose text stands in a merged cell that begins elsewhere. */
  merged: readonly FieldId[]
  /** The unit that the heading of a limit names: `承诺时限（工作日）`. */
  headed: Readonly<Partial<Record<FieldId, string>>>
  /** What stands to the right of the last heading. */
  beyond?: string
}

/** A row that is no line of the catalogue; named, so that nobody has to guess where it went. */
export interface Aside {
  sheet: string
  row: number
  why: 'above-header' | 'header-again' | 'note' | 'empty'
  text: string
}

export interface UnreadColumn {
  sheet: string
  heading: string
  why: 'unknown' | 'twice'
  /** How many rows say something there. */
  filled: number
}

export interface Recognised {
  rows: readonly WrittenRow[]
  asides: readonly Aside[]
  unread: readonly UnreadColumn[]
  /** Fields that the file has a column for. */
  told: readonly FieldId[]
  /** Sheets without a row of headings. */
  sheetsLeft: readonly string[]
}

/** Titles, dates and the name of whoever fills it in stand above the headings. */
const HEADER_WITHIN_ROWS = 20
const HEADINGS_LEAST = 3

export function recognise({ sheets }: Table): Recognised {
  const read = sheets.map((sheet) => ({ sheet, at: sheet.rows.findIndex(isHeader) }))
  const parts = read.flatMap(({ sheet, at }) =>
    at === -1 || at >= HEADER_WITHIN_ROWS ? [] : [underHeader(sheet, at)],
  )
  return {
    rows: parts.flatMap(({ rows }) => rows),
    asides: parts.flatMap(({ asides }) => asides),
    unread: parts.flatMap(({ unread }) => unread),
    told: [...new Set(parts.flatMap(({ told }) => told))],
    sheetsLeft: read.flatMap(({ sheet, at }) =>
      (at === -1 || at >= HEADER_WITHIN_ROWS) && sheet.rows.length > 0 ? [sheet.name] : [],
    ),
  }
}

function isHeader({ cells }: TableRow): boolean {
  const fields = new Set(cells.map(fieldHeaded).filter((field) => field !== undefined))
  return fields.has('taskName') && fields.size >= HEADINGS_LEAST
}

function underHeader({ name: sheet, rows }: TableSheet, at: number) {
  const headings = rows[at]!.cells
  const fields = headings.map(fieldHeaded)
  const columns = fields.map((field, column) => (fields.indexOf(field) === column ? field : undefined))
  const headed = Object.fromEntries(
    columns.flatMap((field, column) =>
      field === undefined ? [] : [[field, /[（(]([^（()）]+)[)）]\s*$/.exec(headings[column]!)?.[1] ?? '']],
    ),
  )
  const asides: Aside[] = rows
    .slice(0, at)
    .map((row) => ({ sheet, row: row.row, why: 'above-header', text: textOf(row) }))
  const written: WrittenRow[] = []
  for (const row of rows.slice(at + 1)) {
    const why = isHeader(row) ? 'header-again' : asideOf(row, columns)
    if (why === undefined) written.push({ ...writtenRow(sheet, row, columns), headed })
    else asides.push({ sheet, row: row.row, why, text: textOf(row) })
  }
  const unread = headings.flatMap((heading, column): UnreadColumn[] => {
    if (columns[column] !== undefined || heading.trim() === '') return []
    const filled = rows.slice(at + 1).filter(({ cells }) => (cells[column] ?? '').trim() !== '').length
    return [
      { sheet, heading: heading.trim(), why: fields[column] === undefined ? 'unknown' : 'twice', filled },
    ]
  })
  return { rows: written, asides, unread, told: columns.filter((field) => field !== undefined) }
}

const NOTE = /^(合计|总计|小计|共计|备注|说明|注|填表人|填报人|填报单位|审核人|制表人|联系人)/

/** A sum or a remark under the table has no cell of its own beside the first. */
function asideOf(
  { cells, merged }: TableRow,
  columns: readonly (FieldId | undefined)[],
): Aside['why'] | undefined {
  const filled = cells.filter((cell, column) => cell.trim() !== '' && !merged?.has(column))
  if (filled.length === 0) return 'empty'
  // The report of an earlier file names what was no line beside the columns.
  if (!cells.some((cell, column) => columns[column] !== undefined && cell.trim() !== '')) return 'note'
  const coded = cells.some(
    (cell, column) => columns[column]?.endsWith('Code') && cell.trim() !== '' && !merged?.has(column),
  )
  return !coded && filled.length <= 2 && NOTE.test(filled[0]!.trim()) ? 'note' : undefined
}

function writtenRow(
  sheet: string,
  { row, cells, merged }: TableRow,
  columns: readonly (FieldId | undefined)[],
): Omit<WrittenRow, 'headed'> {
  const said = columns.flatMap((field, column) =>
    field === undefined ? [] : [{ field, text: cells[column] ?? '', merged: merged?.has(column) === true }],
  )
  const beyond = cells
    .slice(columns.length)
    .filter((cell) => cell.trim() !== '')
    .join(' | ')
  return {
    ...{ sheet, row, cells: Object.fromEntries(said.map(({ field, text }) => [field, text])) },
    merged: said.filter((each) => each.merged).map(({ field }) => field),
    ...(beyond === '' ? {} : { beyond }),
  }
}

const textOf = ({ cells }: TableRow): string => cells.filter((cell) => cell.trim() !== '').join(' | ')
