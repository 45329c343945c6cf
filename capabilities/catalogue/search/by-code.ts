import type { Queryable } from '#platform/db/db.ts'
import { inForce } from '../in-force.ts'
import type { Found, Hit } from './answer.ts'

/** Nobody writes ten letters and figures in a row that are no code: 12, 31 and 33 signs, and those of older lists. */
const CODE = /^[0-9A-Z][0-9A-Z-]{9,59}$/

/** Who types the code from a paper gets its item, whichever version had it; nothing where the words are no code that we know. */
export async function foundByCode(
  db: Queryable,
  area: string,
  day: string,
  words: string,
): Promise<Found | undefined> {
  const code = words.normalize('NFKC').trim().toUpperCase()
  if (!CODE.test(code) || !/\d{4}/.test(code)) return undefined
  const rows = await db.query<Omit<Hit, 'why' | 'score'>>(BY_CODE, [area, day, [code]])
  if (rows.length === 0) return undefined
  const why = { kind: 'said', phrase: code } as const
  return {
    hits: rows.map((row) => ({ ...row, why, score: 1 })),
    ...{ sure: true, near: [], cut: false },
  }
}

const BY_CODE = {
  name: 'catalogue.items-by-code',
  text: `SELECT DISTINCT now.id, now.version, now.name, now.domain FROM catalogue.item_version had
    JOIN catalogue.item_version now ON now.area_code = had.area_code AND now.id = had.id
      AND ${inForce('now', '$2')}
    WHERE had.area_code = $1 AND (ARRAY[had.catalog_code, had.task_code] || had.handle_codes || had.legacy_codes) && $3
    ORDER BY now.id`,
}
