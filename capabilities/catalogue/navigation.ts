import type { Instant } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Navigation } from './contract/navigation.ts'
import { NO_NAVIGATION, plainNames, undertakingGaps } from './model/navigation.ts'
import { withLocal, type Synonym } from './search/synonyms.ts'
import { forgetLists, lists } from './store.ts'

/** How people of an area find their way, with what follows from it. */
export interface AreaNavigation extends Navigation {
  /** What people call matters, by item. */
  names: ReadonlyMap<string, string>
  synonyms: readonly Synonym[]
  /** Differs whenever a pack has brought something else. */
  mark: string
}

interface Row {
  body: Navigation
  mark: string
}

const NOTHING: Row = { body: NO_NAVIGATION, mark: '' }

/** Read from memory; what follows is worked out once for each row that was read. */
export function navigationReader(db: Queryable): (area: string) => Promise<AreaNavigation> {
  const known = new WeakMap<Row, AreaNavigation>()
  return async (area) => {
    const [row = NOTHING] = await lists.query<Row>(db, READ, [area])
    const held = known.get(row)
    if (held !== undefined) return held
    const { body, mark } = row
    // One without its guide or its procedure is not published (一件事), whoever wrote it down.
    const undertakings = body.undertakings.filter((each) => undertakingGaps(each).length === 0)
    const made = { ...body, undertakings, mark, names: plainNames(body), synonyms: withLocal(body.sayings) }
    known.set(row, made)
    return made
  }
}

/** Keeps what a pack says; the same again writes nothing. */
export async function loadNavigation(
  db: Queryable,
  area: string,
  navigation: Navigation,
  now: Instant,
): Promise<void> {
  await db.query(LOAD, [area, JSON.stringify(navigation), now])
  forgetLists()
}

const READ = {
  name: 'catalogue.navigation',
  text: 'SELECT body, md5(body::text) AS mark FROM catalogue.navigation WHERE area_code = $1',
}

const LOAD = {
  name: 'catalogue.load-navigation',
  text: `INSERT INTO catalogue.navigation AS held (area_code, body, loaded_at) VALUES ($1, $2::json, $3)
    ON CONFLICT (area_code) DO UPDATE SET body = excluded.body, loaded_at = excluded.loaded_at
    WHERE held.body::text <> excluded.body::text`,
}
