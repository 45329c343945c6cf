import { legalDay, type Instant } from '#engine/day.ts'
import { DATASETS, SHAPES, type Dataset, type Field } from './datasets.ts'
import type { FileRecord } from './read-file.ts'
import { dayTold, readTime, surelyBefore } from './times.ts'

/** A line as it is kept: times in one form, nothing about who applied. */
export interface ImportedRow {
  dataset: Dataset
  /** Tells the line apart from others of its data set and case. */
  key: string
  projectNo: string
  line: number
  /** Taken back by whoever reported it (同步类型 D). */
  removed: boolean
  fields: Readonly<Record<string, string>>
}

/** What is wrong with a line, and in which field. */
export interface BadLine {
  dataset: Dataset
  line: number
  problem:
    | 'columns-differ'
    | 'missing'
    | 'too-long'
    | 'no-time'
    | 'in-future'
    | 'reversed'
    | 'operation-unknown'
  field?: string
}

const LENGTH_MAX = 500
const SPANS = [
  ['eventStartTime', 'eventEndTime'],
  ['specialTime', 'endTime'],
] as const

/** Good lines and bad ones; a bad line never spoils its neighbours. */
export function checkRecords(
  records: readonly FileRecord[],
  now: Instant,
): { rows: ImportedRow[]; bad: BadLine[] } {
  const rows: ImportedRow[] = []
  const bad: BadLine[] = []
  for (const record of records) {
    const checked = checkRecord(record, now)
    if ('problem' in checked) bad.push(checked)
    else rows.push(checked)
  }
  return { rows, bad }
}

function checkRecord({ dataset, line, values, fault }: FileRecord, now: Instant): ImportedRow | BadLine {
  if (fault !== undefined) return { dataset, line, problem: fault }
  const fields: Record<string, string> = {}
  const operation = (values['cdOperation'] ?? '').toUpperCase()
  if (!['', 'I', 'U', 'D'].includes(operation))
    return { dataset, line, problem: 'operation-unknown', field: 'cdOperation' }
  const removed = operation === 'D'
  for (const field of SHAPES[dataset].fields) {
    const text = values[field.name] ?? ''
    const problem = wrong(field, text, removed, now)
    if (problem !== undefined) return { dataset, line, problem, field: field.name }
    if (text !== '') fields[field.name] = field.time === undefined ? text : readTime(text)!
  }
  for (const [from, to] of SPANS) {
    const [begins, ends] = [fields[from], fields[to]]
    if (begins !== undefined && ends !== undefined && surelyBefore(ends, begins))
      return { dataset, line, problem: 'reversed', field: to }
  }
  const projectNo = fields['projectNo']!
  return { dataset, projectNo, line, removed, fields, key: keyOf(dataset, values['rowGuid'] ?? '', fields) }
}

function wrong(field: Field, text: string, removed: boolean, now: Instant): BadLine['problem'] | undefined {
  // Whoever takes a line back need only say which.
  if (text === '') return field.required && (!removed || field.name === 'projectNo') ? 'missing' : undefined
  if (text.length > LENGTH_MAX) return 'too-long'
  if (field.time === undefined) return undefined
  const told = readTime(text)
  if (told === undefined) return 'no-time'
  return field.time === 'past' && dayTold(told) > legalDay(now) ? 'in-future' : undefined
}

/** The reporter's own id where there is one; otherwise the case, or the line's whole content. */
function keyOf(dataset: Dataset, rowGuid: string, fields: Readonly<Record<string, string>>): string {
  const { single } = SHAPES[dataset]
  if (single) return fields['projectNo']!
  if (rowGuid !== '') return rowGuid.slice(0, LENGTH_MAX)
  return JSON.stringify(SHAPES[dataset].fields.map(({ name }) => fields[name] ?? ''))
}

/** Lines in the order in which a case happens, whichever files they came in. */
export function byDataset<Row extends { dataset: Dataset; line: number }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => DATASETS.indexOf(a.dataset) - DATASETS.indexOf(b.dataset) || a.line - b.line)
}
