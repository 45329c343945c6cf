import type { Queryable } from '#platform/db/db.ts'

export interface ReuseCount {
  no: string
  party: string
  item: string
  asked: number
  reused: number
  filedAt: string
}

export interface ReuseLine {
  item: string
  filings: number
  /** Filings in which at least one answer was taken over. */
  withReuse: number
  asked: number
  reused: number
}

/** How many answers nobody had to write again; counts, never the answers. */
export function reuseStore(db: Queryable, area: string) {
  return {
    async record({ no, party, item, asked, reused, filedAt }: ReuseCount): Promise<void> {
      await db.query(RECORD, [area, no, party, item, asked, reused, filedAt])
    },
    /** By item, from a moment up to but without another. */
    report: (from: string, to: string): Promise<ReuseLine[]> => db.query<ReuseLine>(REPORT, [area, from, to]),
  }
}

const RECORD = {
  name: 'portal.reuse-record',
  text: `INSERT INTO portal.reuse (area_code, case_no, party, item, asked, reused, filed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (area_code, case_no) DO NOTHING`,
}

const REPORT = {
  name: 'portal.reuse-report',
  text: `SELECT item, count(*)::int AS filings, (count(*) FILTER (WHERE reused > 0))::int AS "withReuse",
      sum(asked)::int AS asked, sum(reused)::int AS reused
    FROM portal.reuse WHERE area_code = $1 AND filed_at >= $2 AND filed_at < $3 GROUP BY item ORDER BY item`,
}
