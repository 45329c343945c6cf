import type { Queryable } from '#platform/db/db.ts'

/** The small aid that a town decides for the district (小额临时救助): filed, examined and decided within a day where the law lets it. */
export const QUICK_ITEM = 'temporary-assistance-small'

/**
 * The test town's own copy of that item, as if its law asked for no publicity. What the pack has, three days in the village before anything is
 * granted (社会救助暂行办法第四十八条), is tested where publicity is; a test of seals, powers or messages need not wait for it.
 */
export async function withoutPublicity(db: Queryable, area: string): Promise<void> {
  await db.query(
    `UPDATE catalogue.item_version SET body = body #- '{process,publicity}' WHERE area_code = $1 AND id = $2`,
    [area, QUICK_ITEM],
  )
}
