import type { Queryable } from '#platform/db/db.ts'
import { rowMemory } from '#platform/db/memory.ts'
import type { Grant, ItemSummary, ItemVersion } from './contract.ts'
import { inForce } from './in-force.ts'

/** An item version with the stream that a case received under it relies on. */
export interface PublishedItem {
  item: ItemVersion
  stream: string
  /** Where its stream stood when it was read: it goes on as soon as anything is published of the item, also ahead of its first day. */
  streamVersion: number
  /** The body that drafted it; none where it came with a pack. */
  authorBody?: string | null
}

/** What a list shows of an item; its form and papers, nine tenths of it, stay where they are. */
export type ListedItem = ItemSummary & Pick<ItemVersion, 'aliases' | 'serves' | 'entryModes' | 'handleTypes'>

/** The same with where it belongs, for pages that list everything an area has. */
export type ListedInForce = ListedItem & Pick<ItemVersion, 'topics'>

export interface GrantRow extends Grant {
  stream: string
  version: number
}

export interface CatalogueReader {
  /** The version in force on a day, or nothing. */
  itemInForce(area: string, id: string, day: string): Promise<PublishedItem | undefined>
  /** The version that is published and takes over later, the nearest day first. */
  comingVersion(area: string, id: string, day: string): Promise<PublishedItem | undefined>
  itemVersion(area: string, id: string, version: number): Promise<PublishedItem | undefined>
  /** Every item in force on a day, by name. */
  itemsInForce(area: string, day: string): Promise<PublishedItem[]>
  /** What lists show of every item in force on a day, by name: a twentieth of what the items themselves weigh. */
  listedInForce(area: string, day: string): Promise<ListedInForce[]>
  /** What lists show of these items as they are in force on a day, in no order. */
  listedItems(area: string, day: string, ids: readonly string[]): Promise<ListedItem[]>
  /** Every version ever published, by item and number; of one item or of all. */
  versions(area: string, item?: string): Promise<PublishedItem[]>
  /** Base codes (基本编码) and names of every version, for cases that other systems report. */
  itemCodes(area: string): Promise<{ id: string; name: string; catalogCode: string }[]>
  grants(area: string): Promise<GrantRow[]>
  /** A short text that differs whenever a grant of the area has come or changed. */
  grantsMark(area: string): Promise<string>
  grant(area: string, id: string): Promise<GrantRow | undefined>
}

// Whoever relies on the item relies on its whole stream: a version that begins next month has moved it on already.
const ITEM = `v.id, v.version, v.stream, (SELECT max(head.stream_version) FROM catalogue.item_version head
      WHERE head.area_code = v.area_code AND head.id = v.id) AS "streamVersion", v.author_body AS "authorBody", v.body AS item`

// Half a megabyte of items, read by every page that lists them. A single item is read as it stands: whoever files relies on its version.
export const lists = rowMemory()

/** Once something has been published. */
export const forgetLists = lists.forgetAll

export function catalogueReader(db: Queryable): CatalogueReader {
  return {
    itemInForce: async (area, id, day) => (await db.query<PublishedItem>(IN_FORCE, [area, id, day]))[0],
    comingVersion: async (area, id, day) =>
      (await lists.query<PublishedItem>(db, COMING, [area, id, day]))[0],
    itemVersion: async (area, id, version) =>
      (await db.query<PublishedItem>(VERSION, [area, id, version]))[0],
    itemsInForce: (area, day) => lists.query<PublishedItem>(db, ALL_IN_FORCE, [area, day]),
    listedInForce: (area, day) => lists.query<ListedInForce>(db, ALL_LISTED, [area, day]),
    listedItems: (area, day, ids) => lists.byIds<ListedItem>(db, LISTED, [area, day], ids),
    versions: (area, item) => db.query<PublishedItem>(VERSIONS, [area, item ?? null]),
    itemCodes: (area) => db.query(CODES, [area]),
    grants: async (area) => (await db.query<RawGrant>(GRANTS, [area])).map(grantOfRow),
    grantsMark: async (area) => (await db.query<{ mark: string }>(GRANTS_MARK, [area]))[0]!.mark,
    grant: async (area, id) => (await db.query<RawGrant>(ONE_GRANT, [area, id])).map(grantOfRow)[0],
  }
}

const IN_FORCE = {
  name: 'catalogue.item-in-force',
  text: `SELECT ${ITEM} FROM catalogue.item_version v
    WHERE v.area_code = $1 AND v.id = $2 AND ${inForce('v', '$3')}`,
}

// Of versions that begin on the same day the last one holds.
const COMING = {
  name: 'catalogue.coming-version',
  text: `SELECT ${ITEM} FROM catalogue.item_version v
    WHERE v.area_code = $1 AND v.id = $2 AND v.effective_from > $3 AND NOT EXISTS (SELECT FROM catalogue.item_version now
      WHERE now.area_code = v.area_code AND now.id = v.id AND now.version > v.version AND now.effective_from <= v.effective_from)
    ORDER BY v.effective_from LIMIT 1`,
}

const VERSION = {
  name: 'catalogue.item-version',
  text: `SELECT ${ITEM} FROM catalogue.item_version v WHERE v.area_code = $1 AND v.id = $2 AND v.version = $3`,
}

const ALL_IN_FORCE = {
  name: 'catalogue.items-in-force',
  text: `SELECT ${ITEM} FROM catalogue.item_version v WHERE v.area_code = $1 AND ${inForce('v', '$2')}
    ORDER BY v.name, v.id`,
}

// One record of the body: each `->` would unpack all of it once more.
const LISTED = {
  name: 'catalogue.listed-items',
  text: `SELECT i.id, i.version, i.name, i.domain, i.item_type AS "itemType", i.project_type AS "projectType", b.*
    FROM catalogue.item_version i, jsonb_to_record(i.body) AS b (summary text, "promisedLimit" jsonb, visits integer,
      aliases jsonb, serves jsonb, "entryModes" jsonb, "handleTypes" jsonb)
    WHERE i.area_code = $1 AND i.id = ANY ($3) AND ${inForce('i', '$2')}`,
}

const ALL_LISTED = {
  name: 'catalogue.listed-in-force',
  text: `SELECT i.id, i.version, i.name, i.domain, i.item_type AS "itemType",
      i.project_type AS "projectType", b.*
    FROM catalogue.item_version i, jsonb_to_record(i.body) AS b (summary text, "promisedLimit" jsonb, visits integer,
      aliases jsonb, serves jsonb, "entryModes" jsonb, "handleTypes" jsonb, topics jsonb)
    WHERE i.area_code = $1 AND ${inForce('i', '$2')}
    ORDER BY i.name, i.id`,
}

const VERSIONS = {
  name: 'catalogue.versions',
  text: `SELECT ${ITEM} FROM catalogue.item_version v
    WHERE v.area_code = $1 AND ($2::text IS NULL OR v.id = $2) ORDER BY v.id, v.version`,
}

const CODES = {
  name: 'catalogue.item-codes',
  text: `SELECT DISTINCT id, name, body->'codes'->>'catalogCode' AS "catalogCode" FROM catalogue.item_version
    WHERE area_code = $1 ORDER BY id, name`,
}

export const GRANT = `g.id, g.stream, g.version, g.item, g.body, g.place, g.kind, g.powers, g.valid_from AS "from",
  g.valid_to AS "to", g.basis, g.given_by AS "by", g.document, g.conditions, g.taken_back AS "takenBack"`

// Where two grants would do, the older one carries the act, whichever server asks.
const GRANTS = {
  name: 'catalogue.grants',
  text: `SELECT ${GRANT} FROM catalogue.power_grant g WHERE g.area_code = $1 ORDER BY g.valid_from, g.id`,
}

// Versions only grow and no grant is deleted. The last days stand for a register mended by hand.
const GRANTS_MARK = {
  name: 'catalogue.grants-mark',
  text: `SELECT count(*) || '/' || coalesce(sum(version), 0) || '/' || coalesce(sum(valid_to - DATE '2000-01-01'), 0) AS mark
    FROM catalogue.power_grant WHERE area_code = $1`,
}

const ONE_GRANT = {
  name: 'catalogue.grant',
  text: `SELECT ${GRANT} FROM catalogue.power_grant g WHERE g.area_code = $1 AND g.id = $2`,
}

type Open = 'to' | 'by' | 'document' | 'conditions' | 'takenBack'
export type RawGrant = Omit<GrantRow, Open> & { [K in Open]: Exclude<GrantRow[K], undefined> | null }

export function grantOfRow(row: RawGrant): GrantRow {
  const { id, stream, version, item, body, place, kind, powers, from, basis } = row
  const { to, by, document, conditions, takenBack } = row
  return {
    ...{ id, stream, version, item, body, place, kind, powers, from, basis },
    ...(to === null ? {} : { to }),
    ...(by === null ? {} : { by }),
    ...(document === null ? {} : { document }),
    ...(conditions === null ? {} : { conditions }),
    ...(takenBack === null ? {} : { takenBack }),
  }
}
