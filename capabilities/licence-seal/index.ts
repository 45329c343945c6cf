import type { Clock, Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import { canonical, sm3, type Json } from '#platform/ledger/canonical.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import { streamId } from '#platform/ledger/stream.ts'
import { diameterMm, SEAL_LINES, type Seal } from './model.ts'

export type { Seal } from './model.ts'
export { SEAL_LINES } from './model.ts'

export interface Seals {
  /** Seals of an area in force on a day; a stale copy costs a second try at commit, never a wrong seal. */
  inForce(area: string, day: string, fresh: boolean): Promise<readonly Seal[]>
}

const KEPT_FOR_MS = 10_000

export function seals(db: Queryable, clock: Clock): Seals {
  const kept = new Map<string, { day: string; until: number; rows: readonly Seal[] }>()
  return {
    async inForce(area, day, fresh) {
      const held = kept.get(area)
      const now = Date.parse(clock.now())
      if (held && !fresh && held.day === day && now < held.until) return held.rows
      const rows = await db.query<Seal>(IN_FORCE, [area, day])
      kept.set(area, { day, until: now + KEPT_FOR_MS, rows })
      return rows
    },
  }
}

const IN_FORCE = {
  name: 'licence-seal.in-force',
  text: `SELECT id, stream, version, body, name, inscription, purpose, diameter_mm::float8 AS "diameterMm" FROM licence_seal.seal
    WHERE area_code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
}

export interface SealOwner {
  id: string
  name: string
  kind: string
  validFrom: string
}

/** Gives every body its two special seals; a body that has them keeps them. */
export async function issueSeals(
  ledger: Ledger,
  area: string,
  owners: readonly SealOwner[],
  lines: Readonly<Record<Seal['purpose'], string>> = SEAL_LINES,
  now: Instant,
): Promise<number> {
  let issued = 0
  for (const owner of owners) {
    for (const purpose of ['decision', 'acceptance'] as const) {
      if (await issue(ledger, area, owner, { purpose, line: lines[purpose] }, now)) issued++
    }
  }
  return issued
}

async function issue(
  ledger: Ledger,
  area: string,
  owner: SealOwner,
  { purpose, line }: { purpose: Seal['purpose']; line: string },
  now: Instant,
): Promise<boolean> {
  const id = `${owner.id}.${purpose}`
  const stream = streamId('seal', id, `${owner.validFrom}T00:00:00.000Z`)
  if (await ledger.head(area, stream)) return false
  const seal = {
    id,
    body: owner.id,
    name: `${owner.name}${line}`,
    inscription: owner.name,
    purpose,
    diameterMm: diameterMm(owner.kind),
    from: owner.validFrom,
  }
  const outcome = await ledger.commit(
    ISSUE,
    {
      areaCode: area,
      actorKey: 'system',
      requestId: `seal:${id}`,
      requestHash: sm3(canonical(seal as Json)),
      actor: { kind: 'system', job: 'pack-load' },
      at: now,
      streams: [
        {
          stream,
          expectedVersion: 0,
          prevHash: null,
          facts: [{ kind: 'seal-issued', body: seal, schemaVersion: 1 }],
        },
      ],
      reliesOn: [],
      jobs: [],
      cancelJobs: [],
      result: null,
    },
    [area, stream, JSON.stringify(seal)],
  )
  return outcome.outcome === 'done'
}

const ISSUE = commitStatement(
  'licence-seal.issue',
  (n) => `seal AS (
  INSERT INTO licence_seal.seal (area_code, id, stream, version, body, name, inscription, purpose, diameter_mm, valid_from)
  SELECT $${n}, s->>'id', $${n + 1}, 1, s->>'body', s->>'name', s->>'inscription', s->>'purpose', (s->>'diameterMm')::numeric,
    (s->>'from')::date
  FROM committed, (SELECT $${n + 2}::jsonb AS s) AS given WHERE committed.outcome = 'done'
)`,
)
