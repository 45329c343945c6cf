import { legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Ledger, StoredFact } from '#platform/ledger/ledger.ts'
import type { Worker } from '#platform/jobs/worker.ts'

const CORRECTIONS = 'guide.corrections'

export const correctionSubscribers = (kind: string): readonly string[] =>
  kind === 'supplement-notified' ? [CORRECTIONS] : []

export interface Correction {
  item: string
  material: string
  times: number
}

/** Keeps what each notice asked for; heard twice it is one line. */
export function correctionJobs(
  worker: Worker,
  { db, ledger }: { db: Queryable; ledger: Pick<Ledger, 'facts'> },
  onHeard?: (area: string, item: string, now: Instant) => Promise<void>,
): void {
  worker.onFact(CORRECTIONS, async (fact, { now }) => {
    const { areaCode: area, stream, seq } = fact
    const item = await itemOf(ledger, fact)
    const asked = (fact.body as { supplement?: { asked?: string[] } }).supplement?.asked ?? []
    if (item === undefined || asked.length === 0) return
    await db.query(KEEP, [area, stream, seq, [...new Set(asked)], item, legalDay(fact.at)])
    await onHeard?.(area, item, now)
  })
}

/** Which item a case is of stands in its first fact. */
async function itemOf(
  ledger: Pick<Ledger, 'facts'>,
  { areaCode, stream }: StoredFact,
): Promise<string | undefined> {
  const [first] = await ledger.facts(areaCode, stream)
  return (first?.body as { item?: { id?: string } } | undefined)?.item?.id
}

/** The papers of an item that were asked for most since a day, at least so many times. */
export function frequentCorrections(
  db: Queryable,
  asked: { area: string; item: string; since: LegalDay; times: number },
): Promise<Correction[]> {
  return db.query<Correction>(FREQUENT, [asked.area, asked.item, asked.since, asked.times])
}

const KEEP = {
  name: 'guide.keep-correction',
  text: `INSERT INTO guide.correction (area_code, stream, seq, material, item_id, day)
    SELECT $1, $2, $3, material, $5, $6 FROM unnest($4::text[]) AS asked (material) ON CONFLICT DO NOTHING`,
}

const FREQUENT = {
  name: 'guide.frequent-corrections',
  text: `SELECT item_id AS item, material, count(*)::integer AS times FROM guide.correction
    WHERE area_code = $1 AND item_id = $2 AND day >= $3 GROUP BY item_id, material HAVING count(*) >= $4
    ORDER BY times DESC, material LIMIT 20`,
}
