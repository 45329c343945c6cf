import type { Queryable } from '#platform/db/db.ts'
import type { Grant, ItemVersion } from './contract.ts'

/** An item version with the stream that a case received under it relies on. */
export interface PublishedItem {
  item: ItemVersion
  stream: string
  streamVersion: number
}

export interface GrantRow extends Grant {
  stream: string
  version: number
}

export interface CatalogueReader {
  /** The version in force on a day, or nothing. */
  itemInForce(area: string, id: string, day: string): Promise<PublishedItem | undefined>
  itemVersion(area: string, id: string, version: number): Promise<PublishedItem | undefined>
  /** Every item in force on a day, by name. */
  itemsInForce(area: string, day: string): Promise<PublishedItem[]>
  grants(area: string): Promise<GrantRow[]>
}

const ITEM = 'id, version, stream, stream_version AS "streamVersion", body AS item'

export function catalogueReader(db: Queryable): CatalogueReader {
  return {
    itemInForce: async (area, id, day) => (await db.query<PublishedItem>(IN_FORCE, [area, id, day]))[0],
    itemVersion: async (area, id, version) =>
      (await db.query<PublishedItem>(VERSION, [area, id, version]))[0],
    itemsInForce: (area, day) => db.query<PublishedItem>(ALL_IN_FORCE, [area, day]),
    grants: async (area) =>
      (await db.query<GrantRow & { to: string | null }>(GRANTS, [area])).map(withoutNull),
  }
}

const IN_FORCE = {
  name: 'catalogue.item-in-force',
  text: `SELECT ${ITEM} FROM catalogue.item_version
    WHERE area_code = $1 AND id = $2 AND effective_from <= $3 AND (effective_to IS NULL OR effective_to >= $3)
    ORDER BY version DESC LIMIT 1`,
}

const VERSION = {
  name: 'catalogue.item-version',
  text: `SELECT ${ITEM} FROM catalogue.item_version WHERE area_code = $1 AND id = $2 AND version = $3`,
}

const ALL_IN_FORCE = {
  name: 'catalogue.items-in-force',
  text: `SELECT DISTINCT ON (name, id) ${ITEM} FROM catalogue.item_version
    WHERE area_code = $1 AND effective_from <= $2 AND (effective_to IS NULL OR effective_to >= $2)
    ORDER BY name, id, version DESC`,
}

const GRANTS = {
  name: 'catalogue.grants',
  text: `SELECT id, stream, version, item, body, place, kind, powers, valid_from AS "from", valid_to AS "to", basis
    FROM catalogue.power_grant WHERE area_code = $1`,
}

function withoutNull({ to, ...grant }: GrantRow & { to: string | null }): GrantRow {
  return { ...grant, ...(to === null ? {} : { to }) }
}
