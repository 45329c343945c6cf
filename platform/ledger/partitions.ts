import type { Queryable } from '#platform/db/db.ts'

/** Makes sure that streams can be born in these years; returns the years whose partition was made now. */
export async function ensurePartitions(db: Queryable, years: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ year: number }>(
    'SELECT year FROM unnest($1::integer[]) AS year WHERE ledger.ensure_partition(year) ORDER BY year',
    [years],
  )
  return rows.map(({ year }) => year)
}
