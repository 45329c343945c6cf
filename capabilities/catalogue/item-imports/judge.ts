import type { Aside, WrittenRow } from '../exchange-files/header.ts'
import type { FieldId } from '../exchange-files/fields.ts'
import { readRow, type Around, type ReadRow } from '../exchange-files/line.ts'
import { keyOf, repeated, standingBy, type StandingLine } from '../exchange-files/matching.ts'
import { planned, type PlannedRow } from '../exchange-files/plan.ts'
import type { ImportRow, Judged, StoredPlan } from './rows.ts'

/** A row as it is kept. */
export function judgedOf(n: number, row: PlannedRow): Judged {
  return {
    ...{ n, outcome: row.outcome, lineKey: keyOf(row) ?? null, item: row.item ?? null },
    name: (row.line.taskName ?? '').slice(0, 300),
    code: row.line.catalogCode ?? row.line.localCatalogCode ?? '',
    plan: planOf(row),
  }
}

function planOf({ line, doubts, mends, changes, kept, sameAs }: PlannedRow): StoredPlan {
  return { line, doubts, mends, changes, kept, ...(sameAs ? { sameAs } : {}) }
}

export const isLine = (row: ImportRow): row is ImportRow & { written: WrittenRow } => !isAside(row.written)
const isAside = (written: WrittenRow | Aside): written is Aside => 'why' in written

/** A line with what a person put right, read as if the file said so. Who has looked at the line has seen what stands beside it. */
export function readAgain(
  written: WrittenRow,
  mended: Partial<Record<FieldId, string>> | null,
  around: Around,
): ReadRow {
  if (mended === null) return readRow(written, around)
  const { beyond: _seen, ...rest } = written
  return readRow(
    {
      ...rest,
      cells: { ...written.cells, ...mended },
      merged: written.merged.filter((field) => mended[field] === undefined),
    },
    around,
  )
}

/** Lines of one item, judged beside each other and beside what stands. */
export function judgeTogether(
  rows: readonly { n: number; read: ReadRow }[],
  standing: readonly StandingLine[],
): Judged[] {
  const known = standingBy(standing)
  const again = repeated(rows.map(({ read }) => read))
  return rows.map(({ n, read }, at) => judgedOf(n, planned(read, known, again.get(at))))
}
