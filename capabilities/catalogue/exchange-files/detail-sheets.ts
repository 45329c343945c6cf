import { detailText, partHeaded, type DetailField } from './details.ts'
import { fieldHeaded, type FieldId } from './fields.ts'
import type { Aside, WrittenRow } from './header.ts'
import type { TableRow, TableSheet } from './table.ts'

/** Rows of one list, each with the codes of the item it belongs to. */
interface DetailSheet {
  field: DetailField
  sheet: string
  rows: readonly { row: number; text: string; keys: Keys; parts: readonly string[] }[]
  apart: readonly Aside[]
}
type Keys = Partial<Record<KeyField, string>>

const KEYS = ['localTaskCode', 'taskCode', 'localCatalogCode', 'catalogCode'] as const
type KeyField = (typeof KEYS)[number]
const isKey = (field: FieldId | undefined): field is KeyField =>
  (KEYS as readonly (FieldId | undefined)[]).includes(field)

const HEADER_WITHIN_ROWS = 20

/** 申请材料、常见问题、收费项目 in a sheet of their own: named by code, an entry a row. Nothing where the sheet is no such list. */
export function detailSheet({ name, rows }: TableSheet): DetailSheet | undefined {
  for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const parts = cells.map(partHeaded)
    const field = parts.find((each) => each?.part === 0)?.field
    const own = cells.map(fieldHeaded)
    // With the body or the type of the item it is a list of items, whatever else it says.
    const ofItems = own.some((each) => each === 'deptName' || each === 'taskType' || each === 'byLaw')
    if (field === undefined || ofItems || !own.some(isKey)) continue
    const columns = parts.map((each) => (each?.field === field ? each.part : undefined))
    return {
      ...{ field, sheet: name },
      rows: rows
        .slice(at + 1)
        .filter((row) => row.cells.some((cell) => cell.trim() !== ''))
        .map((row) => entryOf(row, own, columns)),
      apart: rows
        .slice(0, at + 1)
        .map((row) => ({ sheet: name, row: row.row, why: 'header' as const, text: textOf(row) })),
    }
  }
  return undefined
}

function entryOf(
  row: TableRow,
  own: readonly (FieldId | undefined)[],
  columns: readonly (number | undefined)[],
) {
  const keys: Keys = {}
  const parts: string[] = []
  for (const [column, cell] of row.cells.entries()) {
    const [field, part] = [own[column], columns[column]]
    if (isKey(field) && cell.trim() !== '') keys[field] = cell.trim()
    if (part !== undefined) parts[part] = cell
  }
  return { row: row.row, text: textOf(row), keys, parts: Array.from(parts, (part) => part ?? '') }
}

/** Puts the lists into the rows of their items; an entry whose item is not in the file is named. */
export function withDetails(
  rows: readonly WrittenRow[],
  sheets: readonly DetailSheet[],
): { rows: WrittenRow[]; apart: Aside[]; lost: Aside[] } {
  const [apart, lost]: [Aside[], Aside[]] = [[], []]
  if (sheets.length === 0) return { rows: [...rows], apart, lost }
  const byKey = new Map(
    KEYS.map((key) => [key, Map.groupBy(rows.keys(), (at) => rows[at]!.cells[key] ?? '')]),
  )
  const told = new Map<number, Map<DetailField, (readonly string[])[]>>()
  for (const { field, sheet, rows: entries, apart: named } of sheets) {
    apart.push(...named)
    for (const { row, text, keys, parts } of entries) {
      const at = KEYS.flatMap((key) => {
        const found = keys[key] === undefined ? undefined : byKey.get(key)!.get(keys[key])
        return found?.length === 1 ? found : []
      })[0]
      if (at === undefined) {
        lost.push({ sheet, row, why: 'detail-lost', text })
        continue
      }
      apart.push({ sheet, row, why: 'detail', text })
      const ofRow = told.get(at) ?? new Map<DetailField, (readonly string[])[]>()
      told.set(at, ofRow.set(field, [...(ofRow.get(field) ?? []), parts]))
    }
  }
  const whole = rows.map((row, at) => {
    const lists = [...(told.get(at) ?? [])].map(([field, entries]) => [field, detailText(field, entries)])
    return lists.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(lists) } }
  })
  return { rows: whole, apart, lost }
}

const textOf = ({ cells }: TableRow): string => cells.filter((cell) => cell.trim() !== '').join(' | ')
