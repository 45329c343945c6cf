import type { LegalDay } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { ItemStatistics } from '../contract.ts'

export async function itemStatistics(
  db: Queryable,
  area: string,
  item: string,
  day: LegalDay,
): Promise<ItemStatistics> {
  const [year, month] = [Number(day.slice(0, 4)), day.slice(5, 7)]
  const from =
    month === '12' ? `${year}-01-01` : `${year - 1}-${String(Number(month) + 1).padStart(2, '0')}-01`
  const [row] = await db.query<Omit<ItemStatistics, 'from'>>(STATISTICS, [area, item, from, day])
  return { from, ...row! }
}

const STATISTICS = {
  name: 'supervision.item-statistics',
  text: `SELECT coalesce(sum(received), 0)::integer AS received, coalesce(sum(accepted), 0)::integer AS accepted,
      coalesce(sum(decided), 0)::integer AS decided, coalesce(sum(granted), 0)::integer AS granted,
      coalesce(sum(in_time), 0)::integer AS "inTime"
    FROM supervision.item_month WHERE area_code = $1 AND item_id = $2 AND month BETWEEN $3 AND $4`,
}
