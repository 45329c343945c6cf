import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import { applied } from '../exchange-files/apply-line.ts'
import type { KnownBody } from '../exchange-files/bodies.ts'
import { titleOf } from '../exchange-files/fields.ts'
import { bodyKey } from '../exchange-files/matching.ts'
import { itemImportWords as words } from '../words/item-imports.ts'
import { directoryStore } from './directory.ts'
import type { ImportMeans } from './means.ts'
import { JOB_STREAM, TAKE_IN_JOB } from './receive.ts'
import { rowStore, type ImportRow, type RowResult } from './rows.ts'
import { runStore, type Run } from './runs.ts'
import { itemShape } from './shape.ts'
import { ofDirectory } from './standing.ts'

const PAGE = 500
/** Longer than this no task keeps a server from stopping; the next one goes on. */
const SLICE_MS = 2000

const fits = itemShape()

/**
 * Takes confirmed rows in, one page after the other. What is done is written beside each row, and every act carries the id of its
 * row, so a server that stops in the middle goes on where it was and does nothing twice.
 */
export async function takeIn(means: ImportMeans, area: string, id: string, now: Instant): Promise<void> {
  const runs = runStore(means.db, area)
  const run = await runs.find(id)
  if (run?.state !== 'taking-in') return
  const rows = rowStore(means.db, area, id)
  const bodies = await means.organisation.bodies(area, legalDay(now))
  const since = performance.now()
  while (performance.now() - since < SLICE_MS) {
    const page = await rows.nextToTake(PAGE)
    if (page.length === 0) {
      await runs.move(id, 'taking-in', 'done', { at: now })
      return
    }
    const changed = page.filter(({ item }) => item !== null && ofDirectory(item) === undefined)
    await list(
      means,
      area,
      run,
      page.filter((row) => !changed.includes(row)),
      now,
    )
    for (const row of changed) {
      await rows.settle([await draft(means, area, run, row, bodies, now)])
      if (performance.now() - since > SLICE_MS) break
    }
    await runs.progress(id, run.total - (await rows.toTake()), run.total)
  }
  const left = await rows.toTake()
  await ensureJob(means.db, {
    ...{ areaCode: area, stream: JOB_STREAM, kind: TAKE_IN_JOB, key: `${id} ${left}`, dueAt: now },
    body: { run: id },
  })
}

/** New lines, and what a newer file says of those that stand: together with what becomes of their rows, or not at all. */
async function list(
  { db }: ImportMeans,
  area: string,
  run: Run,
  page: readonly ImportRow[],
  now: Instant,
): Promise<void> {
  if (page.length === 0) return
  await db.transaction(async (tx) => {
    const directory = directoryStore(tx, area)
    const codes = page.flatMap(({ plan }) => plan.line.catalogCode ?? [])
    const standing = new Map((await directory.lines(codes)).map((line) => [line.lineKey, line]))
    const keyed = page.map((row) => ({ row, key: bodyKey(row.plan.line) ?? `${row.name}/${row.code}` }))
    const begun = keyed.filter(({ key }) => standing.get(key)?.change)
    const free = keyed.filter((each) => !begun.includes(each))
    const ids = await directory.put(
      free.map(({ row, key }) => ({ lineKey: key, line: row.plan.line, run: run.id, row: row.row })),
      now,
    )
    await rowStore(tx, area, run.id).settle([
      ...free.map(({ row, key }): RowResult => {
        const result = standing.has(key) ? 'line-updated' : 'listed'
        return { n: row.n, result, ref: ids.get(key)! }
      }),
      ...begun.map(({ row, key }): RowResult => ({
        ...{ n: row.n, result: 'conflict', code: 'change-open-already', ref: standing.get(key)!.change! },
      })),
    ])
  })
}

async function draft(
  { authoring }: ImportMeans,
  area: string,
  run: Run,
  row: ImportRow,
  bodies: readonly KnownBody[],
  now: Instant,
): Promise<RowResult> {
  const taken = await authoring.takeFromFile({
    ...{ area, item: row.item!, now, requestId: `import:${run.id}:${row.n}` },
    reason: words.reason(run.name, row.row),
    written(item) {
      const { body, left } = applied(item, row.plan.line, bodies, fits)
      const sentences = left.map(({ field, after }) => words.left(titleOf(field), after.slice(0, 500)))
      const fromFile = { run: run.id, file: run.name, row: row.row, line: row.plan.line, left: sentences }
      return { body, fromFile }
    },
  })
  if (isRefusal(taken)) {
    const change = taken.facts?.['change']
    return {
      n: row.n,
      result: 'conflict',
      code: taken.code,
      ...(typeof change === 'string' ? { ref: change } : {}),
    }
  }
  return { n: row.n, result: taken.as, ...(taken.change ? { ref: taken.change } : {}) }
}
