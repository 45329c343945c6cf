import type { Db } from '#platform/db/db.ts'
import { bornYear } from '#platform/ledger/stream.ts'
import type { FactRow } from '#platform/ledger/ledger.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'

/** The row of the view, column by column. */
export interface ViewRow {
  no: string
  stream: string
  version: number
  state: string
  waitsFor: string
  dueDay: string
  open: boolean
  dossier: CaseDossier
}

export interface WaitingJob {
  stream: string
  kind: string
  dueAt: string
  parkedAt: string | null
  body: { action?: string; order?: string }
}

export interface Unheard {
  stream: string
  seq: number
  subscriber: string
}

/** Everything the database holds of one case. */
export interface CaseTruth {
  row: ViewRow
  head: { version: number; hash: string }
  facts: readonly FactRow[]
  jobs: readonly WaitingJob[]
  /** Facts not yet heard by somebody. */
  unheard: readonly Unheard[]
}

const VIEW = `SELECT no, stream, version, state, waits_for AS "waitsFor", due_day AS "dueDay", open, dossier
  FROM cases.case_view WHERE area_code = $1`
const JOBS = `SELECT stream, kind, due_at AS "dueAt", parked_at AS "parkedAt", body FROM ledger.job WHERE area_code = $1`
const UNHEARD = 'SELECT stream, seq, subscriber FROM ledger.outbox WHERE area_code = $1'
const HEADS = 'SELECT stream, version, hash FROM ledger.head WHERE area_code = $1'
const facts = (year: number): string => `SELECT area_code, stream, seq, kind, body, actor, at, schema_version,
  prev_hash, hash FROM ledger.fact WHERE area_code = $1 AND born_year = ${year}`

export async function viewRow(db: Db, area: string, no: string): Promise<ViewRow | undefined> {
  return (await db.query<ViewRow>({ name: 'simulation.row', text: `${VIEW} AND no = $2` }, [area, no]))[0]
}

export async function caseTruth(db: Db, area: string, no: string): Promise<CaseTruth | undefined> {
  const row = await viewRow(db, area, no)
  if (row === undefined) return undefined
  const of = [area, row.stream]
  const year = bornYear(row.stream)
  const [head, own, jobs, unheard] = await Promise.all([
    db.query<CaseTruth['head']>({ name: 'simulation.head', text: `${HEADS} AND stream = $2` }, of),
    db.query<FactRow>(
      { name: `simulation.facts.${year}`, text: `${facts(year)} AND stream = $2 ORDER BY seq` },
      of,
    ),
    db.query<WaitingJob>({ name: 'simulation.jobs', text: `${JOBS} AND stream = $2` }, of),
    db.query<Unheard>({ name: 'simulation.unheard', text: `${UNHEARD} AND stream = $2` }, of),
  ])
  return { row, head: head[0]!, facts: own, jobs, unheard }
}

/** The version of each of these cases, without the rest of it. */
export async function headsOf(db: Db, area: string, nos: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.query<Pick<ViewRow, 'no' | 'version'>>(
    'SELECT no, version FROM cases.case_view WHERE area_code = $1 AND no = ANY($2)',
    [area, nos],
  )
  return new Map(rows.map(({ no, version }) => [no, version]))
}

/** Many cases at once, by number; all of them unless some are named. */
export async function truthOf(
  db: Db,
  area: string,
  nos?: readonly string[],
): Promise<Map<string, CaseTruth>> {
  const rows = await db.query<ViewRow>(`${VIEW} AND ($2::text[] IS NULL OR no = ANY($2)) ORDER BY no`, [
    area,
    nos ?? null,
  ])
  const streams = rows.map(({ stream }) => stream)
  const of = [area, streams]
  const years = [...new Set(streams.map(bornYear))]
  const own = await Promise.all(
    years.map((year) => db.query<FactRow>(`${facts(year)} AND stream = ANY($2) ORDER BY stream, seq`, of)),
  )
  const heads = await db.query<{ stream: string } & CaseTruth['head']>(`${HEADS} AND stream = ANY($2)`, of)
  const headOf = new Map(heads.map((head) => [head.stream, head]))
  const factsOf = byStream(own.flat())
  const jobsOf = byStream(await db.query<WaitingJob>(`${JOBS} AND stream = ANY($2)`, of))
  const unheardOf = byStream(await db.query<Unheard>(`${UNHEARD} AND stream = ANY($2)`, of))
  return new Map(
    rows.map((row) => {
      const { no, stream } = row
      const waiting = { jobs: jobsOf.get(stream) ?? [], unheard: unheardOf.get(stream) ?? [] }
      return [no, { row, head: headOf.get(stream)!, facts: factsOf.get(stream) ?? [], ...waiting }]
    }),
  )
}

const byStream = <T extends { stream: string }>(rows: readonly T[]): Map<string, T[]> =>
  Map.groupBy(rows, ({ stream }) => stream)
