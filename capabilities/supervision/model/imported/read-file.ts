import { refusal, type Refusal } from '#engine/refusal.ts'
import { readCsv } from '#ui/format/csv.ts'
import { datasetOf, datasetOfTable, fieldNamed, type Dataset } from './datasets.ts'
import { readJsonRecords } from './read-json.ts'

/** One record of a file, its columns by national name, and the line it stands on. */
export interface FileRecord {
  dataset: Dataset
  line: number
  values: Readonly<Record<string, string>>
  /** What makes the line unreadable as it stands. */
  fault?: 'columns-differ'
}

export interface FileRead {
  records: readonly FileRecord[]
  /** Columns nothing reads, so that nobody believes they were judged. */
  ignored: readonly string[]
}

/** More lines than a person can look through; a longer extract comes in parts. */
export const RECORDS_MAX = 50_000

/** A CSV of one data set, or JSON of one or several; UTF-8 or GB18030, which is what office programs here save. */
export function readFile(bytes: Uint8Array): FileRead | Refusal {
  const text = decoded(bytes)
  if (text === undefined) return refusal('import-encoding-unknown')
  const read = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text)
  if ('refused' in read) return read
  if (read.records.length === 0) return refusal('import-empty')
  if (read.records.length > RECORDS_MAX)
    return refusal('import-too-long', { facts: { lines: read.records.length, max: RECORDS_MAX } })
  return read
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this one.
    }
  }
  return undefined
}

function fromCsv(text: string): FileRead | Refusal {
  const [head, ...rows] = readCsv(text)
  const dataset = head && datasetOf(head.cells)
  if (head === undefined || dataset === undefined) return refusal('import-columns-unknown')
  const fields = head.cells.map((heading) => fieldNamed(dataset, heading)?.name)
  const ignored = head.cells.filter((_, at) => fields[at] === undefined && head.cells[at] !== '')
  const records = rows.map(({ line, cells }): FileRecord => {
    const values = Object.fromEntries(
      fields.flatMap((name, at) => (name === undefined ? [] : [[name, (cells[at] ?? '').trim()]])),
    )
    return { dataset, line, values, ...(cells.length === fields.length ? {} : { fault: 'columns-differ' }) }
  })
  return { records, ignored }
}

function fromJson(text: string): FileRead | Refusal {
  const found = readJsonRecords(text)
  if (found === undefined) return refusal('import-not-json')
  const ignored = new Set<string>()
  const records: FileRecord[] = []
  for (const { table, line, values } of found) {
    const headings = Object.keys(values)
    const dataset = table === undefined ? datasetOf(headings) : datasetOfTable(table)
    if (dataset === undefined) return refusal('import-columns-unknown', { facts: { line } })
    const known: Record<string, string> = {}
    for (const heading of headings) {
      const field = fieldNamed(dataset, heading)
      if (field === undefined) ignored.add(heading)
      else known[field.name] = plain(values[heading]).trim()
    }
    records.push({ dataset, line, values: known })
  }
  return { records, ignored: [...ignored] }
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}
