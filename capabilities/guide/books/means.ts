import type { Catalogue } from '#capabilities/catalogue/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'

/** What the books of guides (指南台账) look into. */
export interface GuideBookMeans {
  db: Db
  catalogue: Pick<Catalogue, 'itemInForce' | 'itemsInForce' | 'itemVersion' | 'versions'>
  organisation: Pick<
    Organisation,
    'pack' | 'bodiesByIds' | 'placesByIds' | 'placeDirectory' | 'townBody' | 'bodies'
  >
}

export const EDITION_NAMES = {
  full: '完整版',
  short: '简版（一次性告知单）',
  leaf: '简版（活页）',
  fold: '简版（折页）',
} as const
