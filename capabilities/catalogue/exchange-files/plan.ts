import { contentDoubts } from './content.ts'
import { FIELD_IDS, type FieldId, type Line } from './fields.ts'
import { breath } from '../search/breath.ts'
import { recognise, type Aside, type Recognised, type UnreadColumn } from './header.ts'
import { readRow, type Around, type ReadRow } from './line.ts'
import { matched, repeated, standingBy, type Known, type Repetition, type StandingLine } from './matching.ts'
import type { Table } from './table.ts'

export type { StandingLine } from './matching.ts'

/** What becomes of a row. `needs-a-human` says which cells and why; nothing of such a row is taken in. */
export const OUTCOMES = ['new', 'changed', 'unchanged', 'needs-a-human'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface FieldChange {
  field: FieldId
  before: string
  after: string
}

export interface PlannedRow extends ReadRow {
  outcome: Outcome
  /** The item it is about, where the catalogue has it. */
  item?: string
  changes: readonly FieldChange[]
  /** Cells left empty where the catalogue says something: what it says stays. */
  kept: readonly FieldId[]
  /** The same line stands further up. */
  sameAs?: { sheet: string; row: number }
}

export interface ImportPlan {
  encoding: Table['encoding']
  rows: readonly PlannedRow[]
  counts: Readonly<Record<Outcome, number>>
  asides: readonly Aside[]
  /** Rows of headings, of lists that stand in their items, and of sheets that nothing reads. */
  apart: readonly Aside[]
  unread: readonly UnreadColumn[]
  sheetsLeft: readonly string[]
}

/** What taking in a file would do, row by row; every row of it is in `rows` or in `asides`. Nothing where no sheet has headings. */
export async function planImport(
  table: Table,
  around: Around,
  standing: readonly StandingLine[],
): Promise<ImportPlan | undefined> {
  const found: Recognised = await recognise(table)
  if (found.told.length === 0) return undefined
  const known = standingBy(standing)
  const read: ReadRow[] = []
  const rest = breath()
  for (const row of found.rows) {
    read.push(readRow(row, around))
    await rest()
  }
  const twice = repeated(read)
  const rows: PlannedRow[] = []
  for (const [at, row] of read.entries()) {
    rows.push(planned(row, known, twice.get(at)))
    await rest()
  }
  const counts = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  ) as Record<Outcome, number>
  const { asides, apart, unread, sheetsLeft } = found
  return { encoding: table.encoding, rows, counts, asides, apart, unread, sheetsLeft }
}

/** What becomes of one row that has been read, beside what stands and what the file says again. */
export function planned(row: ReadRow, known: Known, again: Repetition | undefined): PlannedRow {
  const { found, apart } = matched(row.line, known)
  const changes = found ? changesOf(found.line, row.line) : []
  const kept = found ? FIELD_IDS.filter((field) => found.line[field] && !row.line[field]) : []
  const doubts = [...row.doubts]
  if (apart) doubts.push({ code: 'codes-point-apart', original: apart.join('、') })
  if (again && 'different' in again)
    doubts.push({
      code: 'twice-and-different',
      original: again.different.map((each) => String(each.row)).join('、'),
    })
  const content = changes.some(({ field }) => !OF_THE_VERSION.has(field))
  if (doubts.length === 0 && (found === undefined || content)) doubts.push(...contentDoubts(row.line, found))
  const told = {
    ...row,
    doubts: doubts.toSorted(byField),
    mends: row.mends.toSorted(byField),
    ...(found ? { item: found.item } : {}),
    changes,
    kept,
  }
  if (doubts.length > 0) return { ...told, outcome: 'needs-a-human' }
  if (again && 'same' in again)
    return { ...told, outcome: 'unchanged', sameAs: { sheet: again.same.sheet, row: again.same.row } }
  return { ...told, outcome: found === undefined ? 'new' : content ? 'changed' : 'unchanged' }
}

/** Number and day of a version: this house gives them itself, so a file that only counts otherwise changes nothing. */
export const OF_THE_VERSION: ReadonlySet<FieldId> = new Set(['taskVersion', 'planEffectiveDate'])

/** In the order of the columns; what concerns the whole line comes first. */
function byField(one: { field?: FieldId }, other: { field?: FieldId }): number {
  const place = ({ field }: { field?: FieldId }) => (field === undefined ? -1 : FIELD_IDS.indexOf(field))
  return place(one) - place(other)
}

export function changesOf(before: Line, after: Line): FieldChange[] {
  return FIELD_IDS.flatMap((field) => {
    const [old, said] = [before[field] ?? '', after[field] ?? '']
    // A cell left empty does not take anything away: in files that go around it mostly means that nobody filled it in.
    return said === '' || said === old ? [] : [{ field, before: old, after: said }]
  })
}
