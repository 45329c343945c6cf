import type { Queryable } from '#platform/db/db.ts'

/** An item and a body that has open cases of it to decide. */
export interface OpenPair {
  item: string
  body: string
}

export function openPairs(db: Queryable, area: string): Promise<OpenPair[]> {
  return db.query<OpenPair>(PAIRS, [area])
}

const PAIRS = {
  name: 'cases.open-pairs',
  text: `SELECT DISTINCT item_id AS item, deciding_body AS body FROM cases.case_view WHERE area_code = $1 AND open`,
}

const PAGE = 200

/** Open cases of a pair that are not to be decided in this name; every one of them where no name is given. */
export async function openStreamsOf(
  db: Queryable,
  area: string,
  { item, body, name, states, after }: OpenPair & { name?: string; states: readonly string[]; after: string },
): Promise<string[]> {
  const rows = await db.query<{ stream: string }>(STREAMS, [area, item, body, name ?? null, after, states])
  return rows.map(({ stream }) => stream)
}

const STREAMS = {
  name: 'cases.open-streams-of',
  text: `SELECT stream FROM cases.case_view WHERE area_code = $1 AND open AND item_id = $2 AND deciding_body = $3
    AND ($4::text IS NULL OR coalesce(dossier->>'inNameOf', '') <> $4) AND stream > $5
    AND state = ANY($6)
    ORDER BY stream LIMIT ${PAGE}`,
}
