import { hash } from 'node:crypto'
import { legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { withOffset } from '#platform/clock.ts'
import { all, readOnce } from '#platform/db/reading.ts'
import { newId } from '#platform/id.ts'
import type { ImportedFileView, ImportsView } from '../contract/findings.ts'
import { checkRecords, readFile, SHAPES, templates, type ImportedRow } from '../model/imported.ts'
import { importReader, importStore, type ImportedFile } from '../store/imports.ts'
import { BAD_LINE_TITLES, UNJUDGED_TITLES, FINDING_RULE_TITLES } from '../words/findings.ts'
import { judgeReported } from './judging.ts'
import type { Page, Paged } from './lines.ts'
import type { Asking, SupervisionMeans } from './means.ts'

/** Named one by one up to here; a file with more is wrong as a whole. */
const BAD_LINES_NAMED = 500

/**
 * Takes in a file of reported cases: good lines and the judgement of every case they touch, in one transaction. The bytes
 * name the file, so the same one again changes nothing and answers as it did.
 */
export async function importFile(
  means: SupervisionMeans,
  { actor, now }: Asking,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<ImportedFileView | Refusal> {
  const digest = hash('sm3', bytes, 'hex')
  const read = readFile(bytes)
  if (isRefusal(read)) return read
  const { rows, bad } = checkRecords(read.records, now)
  return means.db.transaction(async (tx) => {
    const store = importStore(tx, actor.area)
    await store.alone()
    const before = await store.byDigest(digest)
    if (before !== undefined) return { ...fileView(before), already: true }
    const file: ImportedFile = {
      ...{ id: newId(), name: shortName(name), importedAt: now, importedBy: actor.post },
      ...{ kept: 0, removed: 0, unchanged: 0, bad: bad.length, cases: 0 },
      ...{ badLines: bad.slice(0, BAD_LINES_NAMED), ignored: read.ignored.slice(0, 100) },
    }
    await store.keepFile(file, digest)
    const last = lastOfEach(rows)
    file.removed = await store.removeRows(last.filter(({ removed }) => removed))
    for (const page of pages(last.filter(({ removed }) => !removed)))
      file.kept += await store.keepRows(file.id, page)
    file.unchanged = rows.length - file.kept - file.removed
    const cases = [...new Set(last.map(({ projectNo }) => projectNo))]
    file.cases = cases.length
    await judgeReported(means, tx, actor.area, cases, legalDay(now))
    await store.count(file)
    await means.audit.recordIn(tx, {
      ...{ area: actor.area, actor: `post:${actor.post}`, event: 'cases-imported', success: true },
      ...{ object: `import:${file.id}`, after: { kept: file.kept, removed: file.removed, bad: file.bad } },
    })
    return { ...fileView(file), already: false }
  })
}

/** A line that stands twice in a file counts as its last form. */
function lastOfEach(rows: readonly ImportedRow[]): ImportedRow[] {
  return [...new Map(rows.map((row) => [`${row.dataset}/${row.key}`, row])).values()]
}

function* pages<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += 1000) yield rows.slice(at, at + 1000)
}

/** Only the last part of a path, and no more of it than a list can show. */
function shortName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').slice(0, 120) || '未命名'
}

const PAGE = 20

/** Files that were brought in, newest first, and how far the cases could be judged. */
export async function imports(
  means: SupervisionMeans,
  { actor }: Asking,
  { limit = PAGE, cursor }: Paged,
): Promise<ImportsView> {
  const read = importReader(means.db)
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const [files, { cases, unjudged }] = await readOnce(
    means.db,
    all([read.files(actor.area, after, limit + 1), read.judged(actor.area)]),
  )
  const page: Page<ImportedFileView> = { items: files.slice(0, limit).map(fileView) }
  const more = files.length > limit ? { nextCursor: cursorOf(files[limit - 1]!) } : {}
  return {
    ...page,
    ...more,
    cases,
    templates: templates(),
    unjudged: unjudged.map(({ rule, code, count }) => ({
      ruleText: FINDING_RULE_TITLES[rule as keyof typeof FINDING_RULE_TITLES],
      why: UNJUDGED_TITLES[code as keyof typeof UNJUDGED_TITLES],
      count,
    })),
  }
}

const cursorOf = ({ importedAt, id }: ImportedFile): string => `${importedAt}~${id}`

function readCursor(cursor: string): { at: string; id: string } | undefined {
  const found = /^([\dT:.-]+Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor)
  return found === null || Number.isNaN(Date.parse(found[1]!)) ? undefined : { at: found[1]!, id: found[2]! }
}

function fileView(file: ImportedFile): ImportedFileView {
  const { id, name, importedAt, kept, removed, unchanged, bad, cases, badLines, ignored } = file
  return {
    ...{ id, name, importedAt: withOffset(importedAt), kept, removed, unchanged, bad, cases },
    ignored: [...ignored],
    badLines: badLines.map(({ dataset, line, problem, field }) => {
      const named = SHAPES[dataset].fields.find((each) => each.name === field)?.title ?? field
      return { dataset: SHAPES[dataset].title, line, text: BAD_LINE_TITLES[problem](named ?? '') }
    }),
  }
}
