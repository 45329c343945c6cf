import { fileURLToPath } from 'node:url'
import type { RenderRequest } from '#platform/documents/render.ts'
import { moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'

export interface CoverLine {
  place: number
  no: string
  itemName: string
  applicant: string
  title: string
  pages: number
}

export interface LeftLine {
  no: string
  itemName?: string
  why: string
}

export interface Cover {
  at: string
  by: string
  duplex: boolean
  demo: boolean
  lines: readonly CoverLine[]
  left: readonly LeftLine[]
}

/** The sheet on top of papers printed together: for the clerk's desk, not for any applicant. */
export function composeCover({ at, by, duplex, demo, lines, left }: Cover): RenderRequest {
  const grouped = <Line extends { no: string }>(line: Line) => ({ ...line, no: groupedNumber(line.no) })
  return {
    template: TEMPLATE,
    data: {
      date: at,
      ...{ printedAt: moment(at), by, duplex, demo },
      lines: lines.map((line) => ({
        ...grouped(line),
        place: String(line.place),
        pages: String(line.pages),
      })),
      left: left.map((line) => ({ ...grouped(line), itemName: line.itemName ?? '' })),
    },
  }
}

const TEMPLATE = fileURLToPath(new URL('./print-cover.typ', import.meta.url))
