import type { Queryable } from '#platform/db/db.ts'
import type { KnownBody } from '../exchange-files/bodies.ts'
import { lineOf } from '../exchange-files/export.ts'
import type { Line } from '../exchange-files/fields.ts'
import { bodyKey, type StandingLine } from '../exchange-files/matching.ts'
import type { ItemVersion } from '../contract.ts'
import { inForce } from '../in-force.ts'
import { directoryStore } from './directory.ts'

/** What a line of the directory is called where the catalogue has items. */
const DIRECTORY = 'directory:'
export const ofDirectory = (item: string): string | undefined =>
  item.startsWith(DIRECTORY) ? item.slice(DIRECTORY.length) : undefined

/**
 * What a file is compared with: items in force as a file says them, with what an earlier confirmed file has already put into an open
 * draft, and the lines of the directory. So the same file a second time changes nothing. Of all, or of those these lines could mean.
 */
export async function standingOf(
  db: Queryable,
  area: string,
  day: string,
  bodies: readonly KnownBody[],
  only?: readonly Line[],
): Promise<StandingLine[]> {
  const codes = only?.flatMap(({ catalogCode }) => catalogCode ?? [])
  // One after the other: within a transaction there is one connection.
  const items = await db.query<{ item: ItemVersion }>(IN_FORCE, [
    ...[area, day, codes ?? null],
    ...[only?.flatMap(({ localTaskCode }) => localTaskCode ?? []) ?? null],
    ...[only?.flatMap(({ localCatalogCode }) => localCatalogCode ?? []) ?? null],
  ])
  const drafts = await db.query<{ item: string; line: Line }>(FROM_FILES, [area])
  const lines = await directoryStore(db, area).lines(codes)
  const said = new Map(drafts.map(({ item, line }) => [item, line]))
  const inForce = items.map(({ item }) => ({
    item: item.id,
    line: { ...lineOf(item, bodies), ...said.get(item.id) },
  }))
  const known = new Set(inForce.map(({ line }) => bodyKey(line)))
  return [
    ...inForce,
    ...lines
      .filter(({ lineKey }) => !known.has(lineKey))
      .map(({ id, line }) => ({ item: DIRECTORY + id, line })),
  ]
}

const IN_FORCE = {
  name: 'catalogue.items-a-file-may-mean',
  text: `SELECT v.body AS item FROM catalogue.item_version v
    WHERE v.area_code = $1 AND ${inForce('v', '$2')}
      AND ($3::text[] IS NULL OR v.catalog_code = ANY ($3) OR v.id = ANY ($4) OR v.legacy_codes && $5::text[])
    ORDER BY v.name, v.id`,
}

const FROM_FILES = {
  name: 'catalogue.drafts-from-files',
  text: `SELECT item, dossier->'fromFile'->'line' AS line FROM catalogue.change
    WHERE area_code = $1 AND open AND dossier ? 'fromFile'`,
}
