import type { Queryable } from '#platform/db/db.ts'
import { NO_AREA } from './contract.ts'
import { officeMemory, POST, type StoredPost } from './store.ts'

export interface Seat extends StoredPost {
  personName: string
}

const OFFICE = {
  name: 'staff.office',
  text: `SELECT ${POST}, n.name AS "personName" FROM staff.post p
    JOIN staff.person n ON n.area_code = '${NO_AREA}' AND n.id = p.person WHERE p.area_code = $1 ORDER BY p.id`,
}

/**
 * Everybody of an area as they stood a moment ago, for pages that name many of them: who acted, who stands in, whom one may ask. A county has
 * some hundred posts, which is one statement every few seconds instead of several a page. Acts read the posts they rely on themselves.
 */
export function office(db: Queryable, area: string): Promise<Seat[]> {
  return officeMemory.query<Seat>(db, OFFICE, [area])
}
