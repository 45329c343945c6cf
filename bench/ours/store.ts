import { hash } from 'node:crypto'
import type { Condition, SightRule } from '#platform/auth/visibility.ts'
import { denies, predicate, sightOf } from '#platform/auth/visibility.ts'
import type { Actor } from '#engine/actor.ts'
import type { Queryable, Statement } from '#platform/db/db.ts'
import { commitCalling } from '#platform/ledger/commit.ts'
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
const RULES: readonly SightRule<Column>[] = ['window-clerk', 'reviewer', 'approver', 'issuer'].map(
  (role) => ({
    role,
    sees: (actor) =>
      actor.kind === 'staff'
        ? { allOf: [{ everythingInArea: actor.area }, { column: 'body', equals: actor.body }] }
        : 'nothing',
  }),
)

const sightOfCases = (actor: Actor): Condition<Column> => sightOf(RULES, actor)

const ROW = `v.area_code AS area, v.id, v.stream, h.hash, v.received_at AS "receivedAt", v.due_day AS "dueDay", v.dossier
  FROM bench.case_view v JOIN ledger.head h ON h.area_code = v.area_code AND h.stream = v.stream`

export async function findCase(
  db: Queryable,
  area: string,
  no: string,
  actor: Actor,
): Promise<BenchRow | undefined> {
  const sight = sightOfCases(actor)
  if (denies(sight)) return undefined
  const seen = predicate(sight, SIGHT, 3)
  const text = `SELECT ${ROW} WHERE v.area_code = $1 AND v.no = $2 AND ${seen.sql}`
  return (await db.query<BenchRow>({ name: nameOf(text), text }, [area, no, ...seen.values]))[0]
}

const names = new Map<string, string>()

/** One prepared statement per shape of predicate; there are as many as there are kinds of posts. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `bench.find.${hash('sha1', text, 'base64url').slice(0, 12)}`
  names.set(text, name)
  return name
}

const BY_STREAM = { name: 'bench.by-stream', text: `SELECT ${ROW} WHERE v.area_code = $1 AND v.stream = $2` }

export async function caseByStream(db: Queryable, area: string, stream: string): Promise<BenchRow> {
  return (await db.query<BenchRow>(BY_STREAM, [area, stream]))[0]!
}

/** Opens a case: facts, view row and the first task in one statement. */
export const CREATE: Statement = commitCalling('bench.create', (n) => `bench.opened(${parameters(n, 9)})`)

/** A step: the view row, the task it closes, the task it opens, and what it does to the clock. */
export const STEP: Statement = commitCalling('bench.step', (n) => `bench.stepped(${parameters(n, 13)})`)

function parameters(first: number, count: number): string {
  return Array.from({ length: count }, (_, index) => `$${first + index}`).join(', ')
}
