import type { Table, TableFault, TableRow, TableSheet } from './table.ts'
import { unpacksWithinReason } from './unpacked.ts'

/** Old workbooks had no further columns; a stray cell at the far end of a sheet would be a million rows of nothing. */
const LAST_CELL = 'IV400001'

export async function readWorkbook(bytes: Uint8Array): Promise<Table | TableFault> {
  if (!unpacksWithinReason(bytes)) return 'list-file-broken'
  const { readXlsx } = await import('hucre/xlsx')
  const book = await readXlsx(bytes, { range: `A1:${LAST_CELL}` }).catch(() => undefined)
  if (book === undefined) return 'list-file-broken'
  const sheets: TableSheet[] = []
  for (const { name, rows, merges = [] } of book.sheets) {
    const read = unmerged(
      rows.map((row) => row.map(cellText)),
      merges,
    )
    if (read === undefined) return 'list-file-broken'
    sheets.push({ name, rows: read })
  }
  return { sheets, encoding: 'workbook' }
}

interface Merge {
  startRow: number
  startCol: number
  endRow: number
  endCol: number
}

/** Rows with the text of a merged cell in all it covers; nothing where cells overlap, which no spreadsheet writes and which could keep a server busy for hours. */
function unmerged(rows: string[][], merges: readonly Merge[]): TableRow[] | undefined {
  const merged = rows.map(() => new Set<number>())
  const width = rows[0]?.length ?? 0
  let left = rows.length * width
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const [lastRow, lastColumn] = [Math.min(endRow, rows.length - 1), Math.min(endCol, width - 1)]
    left -= Math.max(0, lastRow - startRow + 1) * Math.max(0, lastColumn - startCol + 1)
    if (left < 0) return undefined
    const text = rows[startRow]?.[startCol] ?? ''
    if (text === '') continue
    for (let row = startRow; row <= lastRow; row++)
      for (let column = startCol; column <= lastColumn; column++) {
        if (row === startRow && column === startCol) continue
        rows[row]![column] = text
        merged[row]!.add(column)
      }
  }
  return rows.map((row, at) => tableRow(at + 1, row, merged[at]!))
}

function tableRow(
  row: number,
  sparse: readonly (string | undefined)[],
  merged: ReadonlySet<number>,
): TableRow {
  const cells = Array.from(sparse, (cell) => cell ?? '')
  return { row, cells, ...(merged.size === 0 ? {} : { merged }) }
}

export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' || typeof value === 'string' ? String(value) : ''
}
