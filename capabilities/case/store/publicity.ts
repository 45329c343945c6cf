import type { Clocks } from '#engine/clock/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { CASE_STATES } from '../contract.ts'

type State = (typeof CASE_STATES)[number]

export interface PublicRow {
  no: string
  state: State
  itemId: string
  itemVersion: number
  applicantMasked: string
  changedAt: string
  clocks: Clocks
  delivery: string
}

export interface PublicCount {
  state: State
  count: number
}

export interface PublicityReader {
  /** The newest changes among some states of a place, each state since a moment of its own. */
  lines(area: string, place: string, since: ReadonlyMap<State, string>, limit: number): Promise<PublicRow[]>
  /** How many cases of a place are in each of some states. */
  inStates(area: string, place: string, states: readonly State[]): Promise<PublicCount[]>
  /** What was received and what reached one of the `done` states since a moment. */
  today(
    area: string,
    place: string,
    states: readonly State[],
    done: readonly State[],
    since: string,
  ): Promise<{ received: number; closed: number }>
}

export function publicityReader(db: Queryable): PublicityReader {
  return {
    lines: (area, place, since, limit) =>
      db.query<PublicRow>(LINES, [area, place, [...since.keys()], [...since.values()], limit]),
    inStates: (area, place, states) => db.query<PublicCount>(IN_STATES, [area, place, states]),
    async today(area, place, states, done, since) {
      const [row] = await db.query<{ received: number; closed: number }>(TODAY, [
        area,
        place,
        states,
        done,
        since,
      ])
      return row!
    },
  }
}

/**
 * Each state is read newest first from the index and cut at the limit, so the years of closed cases are never touched. The
 * two keys of the dossier are taken after the last cut: a dossier lies outside its row and is dear to open.
 */
export const LINES = {
  name: 'cases.public-lines',
  text: `SELECT n.no, n.state, n.item_id AS "itemId", n.item_version AS "itemVersion",
      n.applicant_masked AS "applicantMasked", n.changed_at AS "changedAt",
      n.dossier->'clocks' AS clocks, n.dossier->>'delivery' AS delivery
    FROM (
      SELECT v.* FROM unnest($3::text[], $4::timestamptz[]) AS asked(state, since)
      CROSS JOIN LATERAL (
        SELECT c.no, c.state, c.item_id, c.item_version, c.applicant_masked, c.changed_at, c.dossier
        FROM cases.case_view c
        WHERE c.area_code = $1 AND c.accept_place = $2 AND c.state = asked.state AND c.changed_at >= asked.since
        ORDER BY c.changed_at DESC LIMIT $5
      ) v
      ORDER BY v.changed_at DESC LIMIT $5
    ) n
    ORDER BY n.changed_at DESC, n.no`,
}

const IN_STATES = {
  name: 'cases.public-in-states',
  text: `SELECT state, count(*) AS count FROM cases.case_view
    WHERE area_code = $1 AND accept_place = $2 AND state = ANY($3) GROUP BY state`,
}

/** Whatever was received today has also changed today, so the index on changes finds it. */
const TODAY = {
  name: 'cases.public-today',
  text: `SELECT count(*) FILTER (WHERE received_at >= $5) AS received,
      count(*) FILTER (WHERE state = ANY($4)) AS closed
    FROM cases.case_view
    WHERE area_code = $1 AND accept_place = $2 AND state = ANY($3) AND changed_at >= $5`,
}
