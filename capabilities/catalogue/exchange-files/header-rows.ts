import { detailHeaded } from './details.ts'
import { fieldHeaded } from './fields.ts'
import type { TableRow } from './table.ts'

/** The headings of a sheet; two rows where a group of columns is headed above (承诺办结时限 over 时限 and 单位). */
export interface HeaderRows {
  at: number
  rows: 1 | 2
  headings: readonly string[]
}

/** Titles, dates and the name of whoever fills it in stand above the headings. */
const HEADER_WITHIN_ROWS = 20
const HEADINGS_LEAST = 3

export function headerRows(rows: readonly TableRow[]): HeaderRows | undefined {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const both = withSubheadings(row.cells, rows[at + 1]?.cells)
    if (both && isHeader(both)) return { at, rows: 2, headings: both }
    if (isHeader(row.cells)) return { at, rows: 1, headings: row.cells }
  }
  return undefined
}

export function isHeader(cells: readonly string[]): boolean {
  const fields = new Set(cells.map(fieldHeaded).filter((field) => field !== undefined))
  return fields.has('taskName') && fields.size >= HEADINGS_LEAST
}

/** Under the heading of a group these stand for the group itself. */
const OF_THE_GROUP = new Set(['时限', '数值', '天数', '期限', '内容', '名称', '情况'])

/** Two rows as one, if the second says nothing but what its group above divides into. */
function withSubheadings(
  above: readonly string[],
  below: readonly string[] | undefined,
): readonly string[] | undefined {
  if (below === undefined || above.every((cell) => cell.trim() === '')) return undefined
  let group = ''
  let divided = 0
  const headings: string[] = []
  for (let column = 0; column < Math.max(above.length, below.length); column++) {
    const [over, under] = [(above[column] ?? '').trim(), (below[column] ?? '').trim()]
    // A merged cell of a CSV stands once, over the first of its columns.
    if (over !== '') group = over
    if (under === '' || under === over) {
      headings.push(over)
      continue
    }
    const known = [group + under, under].find((each) => fieldHeaded(each) ?? detailHeaded(each))
    if (known === undefined && !(OF_THE_GROUP.has(under) && fieldHeaded(group))) return undefined
    divided += 1
    headings.push(known ?? group)
  }
  return divided > 0 ? headings : undefined
}
