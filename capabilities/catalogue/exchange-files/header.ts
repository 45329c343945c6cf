import { breath, type Breath } from '../search/breath.ts'
import { detailSheet, withDetails } from './detail-sheets.ts'
import { detailHeaded, detailText, type DetailColumn, type DetailField } from './details.ts'
import { fieldHeaded, type FieldId } from './fields.ts'
import { headerRows, isHeader, type HeaderRows } from './header-rows.ts'
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
  why: 'above-header' | 'header' | 'header-again' | 'note' | 'empty' | 'detail' | 'detail-lost' | 'sheet-left'
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
  /** Rows that belong to how the file is made: its headings, its lists of materials, its sheets of explanations. */
  apart: readonly Aside[]
  unread: readonly UnreadColumn[]
  /** Fields that the file has a column for. */
  told: readonly FieldId[]
  /** Sheets without a row of headings. */
  sheetsLeft: readonly string[]
}

export async function recognise({ sheets }: Table): Promise<Recognised> {
  const read = sheets.map((sheet) => {
    const details = detailSheet(sheet)
    return { sheet, details, header: details ? undefined : headerRows(sheet.rows) }
  })
  const rest = breath()
  const parts: Part[] = []
  for (const { sheet, header } of read) if (header) parts.push(await underHeader(sheet, header, rest))
  const lists = read.flatMap(({ details }) => details ?? [])
  const left = read.flatMap(({ sheet, details, header }) =>
    !details && !header && sheet.rows.length > 0 ? [sheet] : [],
  )
  const whole = withDetails(
    parts.flatMap(({ rows }) => rows),
    lists,
  )
  return {
    rows: whole.rows,
    asides: [...parts.flatMap(({ asides }) => asides), ...whole.lost],
    apart: [...parts.flatMap(({ apart }) => apart), ...whole.apart, ...left.flatMap(rowsLeft)],
    unread: parts.flatMap(({ unread }) => unread),
    told: [...new Set(parts.flatMap(({ told }) => told))],
    sheetsLeft: left.map(({ name }) => name),
  }
}

const rowsLeft = ({ name: sheet, rows }: TableSheet): Aside[] =>
  rows.map((row) => ({ sheet, row: row.row, why: 'sheet-left', text: textOf(row) }))

type Part = Pick<Recognised, 'rows' | 'asides' | 'apart' | 'unread' | 'told'>

async function underHeader(
  { name: sheet, rows }: TableSheet,
  { at, rows: count, headings }: HeaderRows,
  rest: Breath,
): Promise<Part> {
  const fields = headings.map(fieldHeaded)
  const columns = fields.map((field, column) => (fields.indexOf(field) === column ? field : undefined))
  const details = headings.map((heading, column) =>
    fields[column] === undefined ? detailHeaded(heading) : undefined,
  )
  const headed = Object.fromEntries(
    columns
      .flatMap((field, column) =>
        field === undefined ? [] : [[field, /[（(]([^（()）]+)[)）]\s*$/.exec(headings[column]!)?.[1] ?? '']],
      )
      .filter(([, unit]) => unit !== ''),
  )
  const named = (row: TableRow, why: Aside['why']): Aside => ({ sheet, row: row.row, why, text: textOf(row) })
  const asides: Aside[] = rows.slice(0, at).map((row) => named(row, 'above-header'))
  const written: WrittenRow[] = []
  const below = rows.slice(at + count)
  const nameColumn = fields.indexOf('taskName')
  for (const row of below) {
    await rest()
    // Headings again have the name of the name where the names stand; nothing else is looked at ten thousand times.
    const again = fieldHeaded(row.cells[nameColumn] ?? '') === 'taskName' && isHeader(row.cells)
    const why = again ? 'header-again' : asideOf(row, columns)
    if (why !== undefined) asides.push(named(row, why))
    else written.push({ ...writtenRow(sheet, row, columns, details), headed })
  }
  const unread = headings.flatMap((heading, column): UnreadColumn[] => {
    if (columns[column] !== undefined || details[column] !== undefined || heading.trim() === '') return []
    const filled = below.filter(({ cells }) => (cells[column] ?? '').trim() !== '').length
    return [
      { sheet, heading: heading.trim(), why: fields[column] === undefined ? 'unknown' : 'twice', filled },
    ]
  })
  return {
    ...{ rows: written, asides, unread, told: columns.filter((field) => field !== undefined) },
    apart: rows.slice(at, at + count).map((row) => named(row, 'header')),
  }
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
  details: readonly (DetailColumn | undefined)[],
): Omit<WrittenRow, 'headed'> {
  const said = columns.flatMap((field, column) =>
    field === undefined ? [] : [{ field, text: cells[column] ?? '', merged: merged?.has(column) === true }],
  )
  const beyond = cells
    .slice(columns.length)
    .filter((cell) => cell.trim() !== '')
    .join(' | ')
  return {
    ...{ sheet, row },
    cells: {
      ...listsOf(cells, details),
      ...Object.fromEntries(said.map(({ field, text }) => [field, text])),
    },
    merged: said.filter((each) => each.merged).map(({ field }) => field),
    ...(beyond === '' ? {} : { beyond }),
  }
}

/** What numbered columns say, as the one cell that says the same. */
function listsOf(
  cells: readonly string[],
  details: readonly (DetailColumn | undefined)[],
): Partial<Record<DetailField, string>> {
  const lists = new Map<DetailField, string[][]>()
  for (const [column, found] of details.entries()) {
    const cell = cells[column] ?? ''
    if (found === undefined || cell.trim() === '') continue
    const entries = lists.get(found.field) ?? []
    lists.set(found.field, entries)
    const entry = (entries[found.entry] ??= [])
    entry[found.part] = cell
  }
  return Object.fromEntries(
    [...lists].map(([field, entries]) => [
      field,
      detailText(
        field,
        Array.from(entries, (entry) => Array.from(entry ?? [], (part) => part ?? '')),
      ),
    ]),
  )
}

const textOf = ({ cells }: TableRow): string => cells.filter((cell) => cell.trim() !== '').join(' | ')
