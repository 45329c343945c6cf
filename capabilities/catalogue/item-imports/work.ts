import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Queryable } from '#platform/db/db.ts'
import { ensureJob } from '#platform/jobs/schedule.ts'
import type { ItemImportRefusal, RunState } from '../contract/item-import-routes.ts'
import { FIELD_IDS, type FieldId } from '../exchange-files/fields.ts'
import { keyOf } from '../exchange-files/matching.ts'
import { isLine, judgeTogether, readAgain } from './judge.ts'
import type { Asking, ImportMeans } from './means.ts'
import { pieceStore } from './pieces.ts'
import { JOB_STREAM, TAKE_IN_JOB } from './receive.ts'
import { rowStore, type ImportRow, type RowStore } from './rows.ts'
import { runStore } from './runs.ts'
import { standingOf } from './standing.ts'

const no = (code: ItemImportRefusal, facts?: Readonly<Record<string, unknown>>): Refusal =>
  refusal(code, facts ? { facts } : {})

export interface RowRequest {
  run: string
  n: number
}

/** Fields of a line as a person writes them; the line is judged again at once, with every other line of the same item. */
export function mend(
  means: ImportMeans,
  asking: Asking,
  { run, n, fields }: RowRequest & { fields: Readonly<Record<string, string>> },
): Promise<Refusal | undefined> {
  return onRow(means, asking, run, n, async (tx, rows, row) => {
    if (!isLine(row)) return no('import-row-is-no-line')
    const unknown = Object.keys(fields).find((field) => !FIELD_IDS.includes(field as FieldId))
    if (unknown !== undefined) return no('import-field-unknown', { field: unknown })
    const mended = { ...row.mended, ...fields }
    await rows.mend(n, mended, asking.actor.post)
    await judgeAgain(means, asking, tx, rows, { ...row, mended, setAside: null })
    return undefined
  })
}

/** A line nobody takes in, with the reason; without one it is back on the table. */
export function setAside(
  means: ImportMeans,
  asking: Asking,
  { run, n, reason }: RowRequest & { reason: string | undefined },
): Promise<Refusal | undefined> {
  return onRow(means, asking, run, n, async (tx, rows, row) => {
    if (!isLine(row)) return no('import-row-is-no-line')
    await rows.setAside(n, reason ?? null, reason === undefined ? null : asking.actor.post)
    // What stood twice may now stand once.
    await judgeAgain(means, asking, tx, rows, { ...row, setAside: reason ?? null })
    return undefined
  })
}

async function onRow(
  { db }: ImportMeans,
  { actor: { area } }: Asking,
  run: string,
  n: number,
  work: (tx: Queryable, rows: RowStore, row: ImportRow) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  return db.transaction(async (tx) => {
    const state = await runStore(tx, area).hold(run)
    if (state === undefined) return no('import-run-not-found')
    if (state !== 'open') return no('import-not-open')
    const rows = rowStore(tx, area, run)
    const row = await rows.find(n)
    return row === undefined ? no('import-row-not-found') : work(tx, rows, row)
  })
}

async function judgeAgain(
  { organisation }: ImportMeans,
  { actor: { area }, now }: Asking,
  tx: Queryable,
  rows: RowStore,
  row: ImportRow,
): Promise<void> {
  if (!isLine(row)) return
  const day = legalDay(now)
  const around = { area, bodies: await organisation.bodies(area, day) }
  const key = keyOf(readAgain(row.written, row.mended, around))
  const keys = [row.lineKey, key].filter((each) => each !== null && each !== undefined)
  const group = (await rows.ofKeys(keys)).filter(isLine)
  // Set aside, a line says nothing of the others any more; taken back, it is one of them again.
  const together = group.some(({ n }) => n === row.n) || row.setAside !== null ? group : [...group, row]
  const read = together
    .toSorted((a, b) => a.n - b.n)
    .map((each) => ({
      n: each.n,
      read: readAgain(each.written, each.n === row.n ? row.mended : each.mended, around),
    }))
  const standing = await standingOf(
    tx,
    area,
    day,
    around.bodies,
    read.map((each) => each.read.line),
  )
  await rows.judge(judgeTogether(read, standing))
}

export function setWaitingAside(
  { db }: ImportMeans,
  { actor: { area, post } }: Asking,
  { run, reason }: { run: string; reason: string },
): Promise<Moved | Refusal> {
  return db.transaction(async (tx) => {
    const state = await runStore(tx, area).hold(run)
    if (state === undefined) return no('import-run-not-found')
    if (state !== 'open') return no('import-not-open')
    await rowStore(tx, area, run).setWaitingAside(reason, post)
    return { id: run, state }
  })
}

export interface Moved {
  id: string
  state: RunState
}

/** From here on nobody mends; every line still on the table is taken in, by a task that goes on wherever it was stopped. */
export async function confirm(
  { db, audit }: ImportMeans,
  { actor: { area, post }, now }: Asking,
  run: string,
): Promise<Moved | Refusal> {
  return db
    .transaction(async (tx): Promise<Moved | Refusal> => {
      const runs = runStore(tx, area)
      const alone = await runs.alone()
      const found = await runs.find(run)
      if (found === undefined) return no('import-run-not-found')
      if (found.state === 'taking-in' || found.state === 'done') return { id: run, state: found.state }
      if (!alone) return no('import-one-at-a-time')
      const rows = rowStore(tx, area, run)
      const moved = { total: await rows.toTake(), confirmedBy: post, at: now }
      if (!(await runs.move(run, 'open', 'taking-in', moved))) return no('import-not-open')
      // Counted behind the move, which waits for whoever still mends.
      const waiting = await rows.waiting()
      if (waiting > 0) throw new Waiting(waiting)
      await ensureJob(tx, {
        areaCode: area,
        stream: JOB_STREAM,
        kind: TAKE_IN_JOB,
        key: run,
        dueAt: now,
        body: { run },
      })
      await audit.recordIn(tx, {
        ...{ area, actor: `post:${post}`, event: 'item-catalogue-confirmed', success: true },
        ...{ object: `item-import:${run}`, after: { rows: moved.total } },
      })
      return { id: run, state: 'taking-in' }
    })
    .catch((error: unknown) => {
      if (error instanceof Waiting) return no('import-rows-waiting', { count: error.count })
      throw error
    })
}

/** Takes the move back: lines still wait for a person. */
class Waiting extends Error {
  readonly count: number
  constructor(count: number) {
    super('lines wait for a person')
    this.count = count
  }
}

export async function drop(
  { db }: ImportMeans,
  { actor: { area }, now }: Asking,
  run: string,
): Promise<Moved | Refusal> {
  const runs = runStore(db, area)
  for (const from of ['open', 'reading'] as const)
    if (await runs.move(run, from, 'dropped', { at: now })) {
      await pieceStore(db, area).drop(run)
      return { id: run, state: 'dropped' }
    }
  return no((await runs.find(run)) === undefined ? 'import-run-not-found' : 'import-not-open')
}
