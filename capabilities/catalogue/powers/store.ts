import type { Queryable } from '#platform/db/db.ts'
import { commitStatement } from '#platform/ledger/commit.ts'
import type { PowerStanding } from '../contract/power-routes.ts'
import { GRANT, grantOfRow, type GrantRow, type RawGrant } from '../store.ts'

/** Registrars of one item wait for each other, so that each sees what the other has given. */
export const LOCK_ITEMS = {
  name: 'catalogue.lock-items',
  text: `SELECT id FROM catalogue.item_version WHERE area_code = $1 AND id = ANY($2) ORDER BY id, version FOR UPDATE`,
}

/** The ledger's commit and the rows of the register in one statement. */
export const SAVE_GRANTS = commitStatement(
  'catalogue.save-grants',
  (n) => `saved AS (
  INSERT INTO catalogue.power_grant (area_code, id, stream, version, item, body, place, kind, powers, valid_from, valid_to, basis,
    given_by, document, conditions, taken_back)
  SELECT $${n}, g->>'id', g->>'stream', (g->>'version')::int, g->>'item', g->>'body', g->>'place', g->>'kind',
    ARRAY(SELECT jsonb_array_elements_text(g->'powers')), (g->>'from')::date, (g->>'to')::date, g->>'basis',
    g->>'by', g->'document',
    CASE WHEN g->'conditions' IS NULL THEN NULL ELSE ARRAY(SELECT jsonb_array_elements_text(g->'conditions')) END,
    (g->>'takenBack')::date
  FROM committed, jsonb_array_elements($${n + 1}::jsonb) AS g WHERE committed.outcome = 'done'
  ON CONFLICT (area_code, id) DO UPDATE SET version = excluded.version, valid_to = excluded.valid_to,
    document = excluded.document, conditions = excluded.conditions, taken_back = excluded.taken_back
)`,
)

export const grantValues = (area: string, grants: readonly GrantRow[]): readonly unknown[] => [
  area,
  JSON.stringify(grants),
]

export interface PowerQuery {
  q?: string
  body?: string
  kind?: string
  power?: string
  place?: string
  /** Bodies whose powers end at a border that the place lies beyond. */
  elsewhere?: readonly string[]
  standing?: PowerStanding
  limit: number
  after?: string
}

export interface ListedGrant extends GrantRow {
  itemName: string
}

type ListedRow = RawGrant & { itemName: string }

const listed = (row: ListedRow): ListedGrant => ({ ...grantOfRow(row), itemName: row.itemName })

/** One page of the register by item and body; the cursor is the id of the last one shown. */
export async function listGrants(
  db: Queryable,
  area: string,
  day: string,
  { q, body, kind, power, place, elsewhere, standing, limit, after }: PowerQuery,
): Promise<ListedGrant[]> {
  const rows = await db.query<ListedRow>(LIST, [
    ...[area, day, q ?? null, body ?? null, kind ?? null, standing ?? null, after ?? null, limit],
    ...[power ?? null, place ?? null, elsewhere ?? []],
  ])
  return rows.map(listed)
}

/** The same of one grant. */
export async function oneGrant(db: Queryable, area: string, id: string): Promise<ListedGrant | undefined> {
  const [row] = await db.query<ListedRow>(ONE, [area, id])
  return row && listed(row)
}

const NAMED = `SELECT ${GRANT}, i.name AS "itemName"
    FROM catalogue.power_grant g
    CROSS JOIN LATERAL (SELECT name FROM catalogue.item_version v WHERE v.area_code = g.area_code AND v.id = g.item
      ORDER BY v.version DESC LIMIT 1) AS i`

const ONE = { name: 'catalogue.named-grant', text: `${NAMED} WHERE g.area_code = $1 AND g.id = $2` }

const LIST = {
  name: 'catalogue.list-grants',
  text: `${NAMED}
    WHERE g.area_code = $1
      AND ($3::text IS NULL OR g.item = $3 OR position(lower($3) IN lower(i.name)) > 0)
      AND ($4::text IS NULL OR g.body = $4)
      AND ($5::text IS NULL OR g.kind = $5)
      AND ($9::text IS NULL OR $9 = ANY(g.powers))
      AND ($10::text IS NULL OR g.place = $10 OR (g.place = '*' AND g.body <> ALL($11::text[])))
      AND CASE $6::text
        WHEN 'future' THEN g.valid_from > $2::date AND (g.valid_to IS NULL OR g.valid_to >= g.valid_from)
        WHEN 'ended' THEN g.valid_to < $2::date OR g.valid_to < g.valid_from
        WHEN 'in-force' THEN g.valid_from <= $2::date AND (g.valid_to IS NULL OR g.valid_to >= $2::date)
        ELSE true END
      AND ($7::text IS NULL OR (g.item, g.body, g.id) > (SELECT a.item, a.body, a.id FROM catalogue.power_grant a
        WHERE a.area_code = $1 AND a.id = $7))
    ORDER BY g.item, g.body, g.id LIMIT $8`,
}
