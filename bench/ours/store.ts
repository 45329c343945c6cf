import { createHash } from 'node:crypto'
import type { Condition, SightRule } from '#platform/auth/visibility.ts'
import { denies, predicate, sightOf } from '#platform/auth/visibility.ts'
import type { Actor } from '#engine/actor.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { BenchDossier } from './procedure.ts'

export interface BenchRow {
  area: string
  id: string
  stream: string
  hash: string
  receivedAt: string
  dueDay: string
  dossier: BenchDossier
}

type Column = 'body'
const SIGHT = { area: 'v.area_code', columns: { body: 'v.body' } } as const

/** Officers see what their own body handles, by the same gateway as every list of the product. */
const RULES: readonly SightRule<Column>[] = ['window-clerk', 'reviewer', 'approver', 'issuer'].map((role) => ({
  role,
  sees: (actor) =>
    actor.kind === 'staff'
      ? { allOf: [{ everythingInArea: actor.area }, { column: 'body', equals: actor.body }] }
      : 'nothing',
}))

const sightOfCases = (actor: Actor): Condition<Column> => sightOf(RULES, actor)

const ROW = `v.area_code AS area, v.id, v.stream, h.hash, v.received_at AS "receivedAt", v.due_day AS "dueDay", v.dossier
  FROM bench.case_view v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream`

export async function findCase(db: Queryable, area: string, no: string, actor: Actor): Promise<BenchRow | undefined> {
  const sight = sightOfCases(actor)
  if (denies(sight)) return undefined
  const seen = predicate(sight, SIGHT, 3)
  const text = `SELECT ${ROW} WHERE v.area_code = $1 AND v.no = $2 AND ${seen.sql}`
  const name = `bench.find.${createHash('sha1').update(text).digest('base64url').slice(0, 12)}`
  return (await db.query<BenchRow>({ name, text }, [area, no, ...seen.values]))[0]
}

const BY_STREAM = { name: 'bench.by-stream', text: `SELECT ${ROW} WHERE v.area_code = $1 AND v.stream = $2` }

export async function caseByStream(db: Queryable, area: string, stream: string): Promise<BenchRow> {
  return (await db.query<BenchRow>(BY_STREAM, [area, stream]))[0]!
}

const done = `FROM committed WHERE committed.outcome = 'done'`

/** Opens a case: facts, view row and the first task in one statement. */
export const CREATE: Statement = commitStatement('bench.create', (n) => {
  const p = (offset: number) => `$${n + offset}`
  return `saved AS (
    INSERT INTO bench.case_view (area_code, id, stream, no, version, state, item, body, title, received_at, due_day, changed_at, dossier)
    SELECT ${p(0)}, ${p(1)}::uuid, ${p(2)}, ${p(3)}, 1, 'submitted', ${p(4)}, ${p(5)}, ${p(6)}, ${p(7)}::timestamptz,
      '9999-12-31', ${p(7)}::timestamptz, ${p(8)}::jsonb ${done}
  ), opened AS (
    INSERT INTO bench.work_item (area_code, case_id, seq, kind, opened_at)
    SELECT ${p(0)}, ${p(1)}::uuid, 1, 'accept', ${p(7)}::timestamptz ${done}
  )`
})

/** A step: the view row, the task it closes, the task it opens, and what it does to the clock. */
function stepStatement(name: string, options: { opens: boolean; clock?: 'starts' | 'stops' }): Statement {
  return commitStatement(`bench.${name}`, (n) => {
    const p = (offset: number) => `$${n + offset}`
    const [area, id, version, now, post, dueDay, day] = [p(0), `${p(1)}::uuid`, `${p(2)}::integer`, `${p(3)}::timestamptz`, p(4), `${p(5)}::date`, `${p(11)}::date`]
    const parts = [
      `saved AS (UPDATE bench.case_view v SET version = ${version}, changed_at = ${now}, due_day = ${dueDay}, state = ${p(6)},
        title = ${p(7)}, assignee = ${p(8)}, decision = ${p(9)}, dossier = ${p(10)}::jsonb
        ${done} AND v.area_code = ${area} AND v.id = ${id})`,
      `finished AS (UPDATE bench.work_item w SET done_at = ${now}, assignee = ${post}
        ${done} AND w.area_code = ${area} AND w.case_id = ${id} AND w.seq = ${version} - 1)`,
      options.opens &&
        `opened AS (INSERT INTO bench.work_item (area_code, case_id, seq, kind, assignee, opened_at)
        SELECT ${area}, ${id}, ${version}, ${p(options.clock ? 12 : 11)}, ${post}, ${now} ${done})`,
      options.clock === 'starts' &&
        `clock AS (INSERT INTO bench.clock (area_code, case_id, started_on, due_on) SELECT ${area}, ${id}, ${day}, ${dueDay} ${done})`,
      options.clock === 'stops' &&
        `clock AS (UPDATE bench.clock c SET stopped_on = ${day} ${done} AND c.area_code = ${area} AND c.case_id = ${id})`,
    ]
    return parts.filter(Boolean).join(', ')
  })
}

export const STEP_STATEMENTS: Readonly<Record<string, Statement>> = {
  accept: stepStatement('accept', { opens: true, clock: 'starts' }),
  start_review: stepStatement('move', { opens: true }),
  decide: stepStatement('decide', { opens: true, clock: 'stops' }),
  issue: stepStatement('move', { opens: true }),
  close: stepStatement('close', { opens: false }),
}
