import { asks, type Reading } from '#platform/db/reading.ts'
import type { Period } from '../model.ts'
import type { Scope } from '../store.ts'
import { parameters } from './rates.ts'

export interface VersionCount {
  item: string
  version: number
  cases: number
  openCases: number
}

/** How many cases were received under each version of an item, ever or in a period, and how many of them are open. */
export function versionCounts(
  { area, place, item }: Scope,
  period?: Pick<Period, 'from' | 'to'>,
): Reading<readonly VersionCount[]> {
  const { values, param } = parameters()
  const where = [`l.area_code = ${param(area)}`]
  if (place !== undefined) where.push(`l.accept_place = ${param(place)}`)
  if (item !== undefined) where.push(`l.item_id = ${param(item)}`)
  if (period) where.push(`l.received_day BETWEEN ${param(period.from)}::date AND ${param(period.to)}::date`)
  return asks<VersionCount>(
    `SELECT l.item_id AS item, l.item_version AS version, count(*) AS cases, count(*) FILTER (WHERE l.open) AS "openCases"
      FROM supervision.case_line l WHERE ${where.join(' AND ')} GROUP BY l.item_id, l.item_version`,
    values,
  )
}
