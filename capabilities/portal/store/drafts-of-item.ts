import type { Queryable } from '#platform/db/db.ts'

/** How many applications of an item have been begun and not filed. */
export async function draftsOfItem(db: Queryable, area: string, item: string): Promise<number> {
  const [row] = await db.query<{ drafts: number }>(DRAFTS, [area, item])
  return row!.drafts
}

const DRAFTS = {
  name: 'portal.drafts-of-item',
  text: 'SELECT count(*) AS drafts FROM portal.draft WHERE area_code = $1 AND item = $2 AND filed_no IS NULL',
}

/** The same of several items at once. */
export async function draftsOfItems(db: Queryable, area: string, items: readonly string[]): Promise<number> {
  const [row] = await db.query<{ drafts: number }>(DRAFTS_OF_ALL, [area, items])
  return row!.drafts
}

const DRAFTS_OF_ALL = {
  name: 'portal.drafts-of-items',
  text: 'SELECT count(*) AS drafts FROM portal.draft WHERE area_code = $1 AND item = ANY ($2) AND filed_no IS NULL',
}
