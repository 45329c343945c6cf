import type { CSSProperties } from 'react'
import { LIST_COLUMNS, type ListColumn } from '#capabilities/case/contract/list-columns.ts'
import { workListWords as words } from './words.ts'

/** How wide each column is beside the others; the least of all eight together fits a desk of 1280 pixels. */
const WIDTHS: Readonly<Record<ListColumn, string>> = {
  due: 'minmax(10.5rem, 1.1fr)',
  matter: 'minmax(11rem, 2.4fr)',
  applicant: 'minmax(4.5rem, 0.8fr)',
  standing: 'minmax(7.5rem, 1.2fr)',
  received: 'minmax(8rem, 1.3fr)',
  waits: 'minmax(5.5rem, 0.9fr)',
  holder: 'minmax(5.5rem, 0.9fr)',
  body: 'minmax(6rem, 1fr)',
}

/** Headings as the list stands: what it is sorted by is said there. */
export function headings(columns: readonly ListColumn[], newest: boolean): string[] {
  const sorted = newest ? 'received' : 'due'
  return columns.map((name) => (name === sorted ? words.sorted[name] : words.columnTitles[name]))
}

export function layout(columns: readonly ListColumn[]): CSSProperties {
  return { '--case-columns': columns.map((name) => WIDTHS[name]).join(' ') } as CSSProperties
}

/** All there are: those that are shown in their order, then the others. */
export function arranged(columns: readonly ListColumn[]): ListColumn[] {
  return [...columns, ...LIST_COLUMNS.filter((name) => !columns.includes(name))]
}

/** The line at one place changes with its neighbour; at either end nothing moves. */
export function moved<One>(all: readonly One[], at: number, step: 1 | -1): One[] {
  const to = at + step
  const other = all[to]
  if (other === undefined) return [...all]
  return all.map((one, place) => (place === at ? other : place === to ? all[at]! : one))
}
