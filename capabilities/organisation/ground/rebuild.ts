import { isDeepStrictEqual } from 'node:util'
import { Value } from 'typebox/value'
import type { Db } from '#platform/db/db.ts'
import type { StoredFact } from '#platform/ledger/ledger.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import { Reform } from '../contract/reform.ts'
import { writeSuccessions } from './reform.ts'

export interface GroundRebuilt {
  changes: number
  /** Streams whose stored row was missing or differed from what their facts say. */
  mended: string[]
}

/** A row as the ledger tells it, in the order of `COLUMNS`. */
interface Row {
  subject: string
  of: string
  from: string
  post: string
  basis: string
  changes: unknown
  act: string
  wish: unknown
  touches: string[]
  state: string
  because: string | null
}

const TAKEN = 'ground-'
const ENDS: Readonly<Record<string, string>> = {
  'ground-change-began': 'in-force',
  'ground-change-stopped': 'stopped',
  'ground-change-withdrawn': 'withdrawn',
}

/** Reads what was changed by hand once more from its facts, and writes the row where it is missing or differs. */
export async function rebuildGround(db: Db): Promise<GroundRebuilt> {
  const rebuilt: GroundRebuilt = { changes: 0, mended: [] }
  for await (const facts of everyStream(db, { streamKind: 'ground-change' })) {
    const { areaCode, stream, at } = facts[0]!
    const row = told(facts)
    const [stored] = await db.query<Row>(STORED, [areaCode, stream])
    rebuilt.changes += 1
    const same = isDeepStrictEqual(stored, row)
    const id = stream.split(':').at(-1)!
    if (!same) await db.query(MEND, [areaCode, id, stream, at, ...valuesOf(row)])
    const led = await ledOn(db, areaCode, row)
    if (!same || led > 0) rebuilt.mended.push(stream)
  }
  return rebuilt
}

/**
 * Lines of succession (沿革) that a reform in force wrote and that are gone. The rows of places, bodies and regions themselves stand on the
 * pack as well, which is loaded and leaves no facts; they come back from the backup alone.
 */
async function ledOn(db: Db, area: string, { act, wish, state }: Row): Promise<number> {
  if (act !== 'reform' || state !== 'in-force' || !Value.Check(Reform, wish)) return 0
  const { subject, kind, of, into, from } = wish
  const shape = { kind, of, into: into.flatMap(({ id }) => id ?? []) }
  return writeSuccessions(db, { area, subject, from, shape })
}

/** Facts from before changes could wait say nothing of their wish: they took effect as they were taken down. */
function told([first, ...later]: readonly StoredFact[]): Row {
  const { kind, body, actor } = first!
  const { subject, of, from, basis, changes, coming, wish, touches } = body as Record<string, unknown>
  const end = later.at(-1)
  const { code, reason } = (end?.body ?? {}) as { code?: string; reason?: string }
  return {
    ...{ subject: String(subject), of: String(of), from: String(from), basis: String(basis), changes },
    post: String((actor as { post?: string }).post),
    act: wish === undefined ? '' : kind.slice(TAKEN.length),
    ...{ wish: wish ?? {}, touches: (touches ?? []) as string[] },
    state: end === undefined ? (coming === true ? 'coming' : 'in-force') : (ENDS[end.kind] ?? 'in-force'),
    because: code ?? reason ?? null,
  }
}

const valuesOf = (row: Row): unknown[] => [
  ...[row.subject, row.of, row.from, row.post, row.basis, JSON.stringify(row.changes), row.act],
  ...[JSON.stringify(row.wish), row.touches, row.state, row.because],
]

const STORED = {
  name: 'organisation.ground-change-stored',
  text: `SELECT subject, of, from_day AS "from", post, basis, changes, act, wish, touches, state, ended_because AS because
    FROM organisation.ground_change WHERE area_code = $1 AND stream = $2`,
}

const NAMES = 'subject, of, from_day, post, basis, changes, act, wish, touches, state, ended_because'

const MEND = {
  name: 'organisation.mend-ground-change',
  text: `INSERT INTO organisation.ground_change (area_code, id, stream, at, ${NAMES})
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12::jsonb, $13, $14, $15)
    ON CONFLICT (area_code, id) DO UPDATE SET ${NAMES.split(', ')
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}`,
}
