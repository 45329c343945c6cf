import type { Queryable } from '#platform/db/db.ts'
import type { AlertLevel, CaseLine } from '../model.ts'
import type { Place, Scope } from './questions.ts'
import { LINE } from './columns.ts'
import { parameters } from './rates.ts'

/** Each level without those above it: one case carries one card. */
const LEVELS: Readonly<Record<AlertLevel, string>> = {
  red: 'l.red_due < $2',
  yellow: 'l.red_due >= $2 AND l.yellow_due < $2',
  near: 'l.red_due >= $2 AND l.yellow_due >= $2 AND l.warn_day <= $2',
}
const ANY = '(l.red_due < $2 OR l.yellow_due < $2 OR l.warn_day <= $2)'

/** A red card lies above every yellow one, however long the yellow one has been due. */
const RANK = '(CASE WHEN l.red_due < $2 THEN 0 WHEN l.yellow_due < $2 THEN 1 ELSE 2 END)'

/** The last row that was shown: its card, its day and its id. */
export interface AlertPlace extends Place {
  rank: number
}

export function readAlerts(
  db: Queryable,
  scope: Scope,
  today: string,
  level: AlertLevel | undefined,
  after: AlertPlace | undefined,
  limit: number,
): Promise<CaseLine[]> {
  const { values, where, param } = opening(scope, today)
  where.push(level === undefined ? ANY : LEVELS[level])
  if (after)
    where.push(
      `(${RANK}, l.next_due, l.id) > (${param(after.rank)}::int, ${param(after.day)}::date, ${param(after.id)}::uuid)`,
    )
  const text = `SELECT ${LINE} FROM supervision.case_line l WHERE ${where.join(' AND ')}
    ORDER BY ${RANK}, l.next_due, l.id LIMIT ${param(limit)}`
  return db.query<CaseLine>(text, values)
}

export async function alertCounts(
  db: Queryable,
  scope: Scope,
  today: string,
): Promise<Record<AlertLevel, number>> {
  const { values, where } = opening(scope, today)
  const counts = Object.entries(LEVELS).map(
    ([level, condition]) => `count(*) FILTER (WHERE ${condition}) AS "${level}"`,
  )
  const text = `SELECT ${counts.join(', ')} FROM supervision.case_line l WHERE ${where.join(' AND ')}`
  const [row] = await db.query<Record<AlertLevel, number>>(text, values)
  return row!
}

/** Only open work, which does not grow with the years; $2 is today. */
function opening(scope: Scope, today: string) {
  const { values, param } = parameters()
  const where = [`l.area_code = ${param(scope.area)}`, `${param(today)}::date IS NOT NULL`, 'l.open']
  if (scope.place !== undefined) where.push(`l.accept_place = ${param(scope.place)}`)
  if (scope.item !== undefined) where.push(`l.item_id = ${param(scope.item)}`)
  return { values, param, where }
}
