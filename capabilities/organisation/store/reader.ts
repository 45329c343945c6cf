import type { Queryable, Statement } from '#platform/db/db.ts'
import { rowMemory } from '#platform/db/memory.ts'
import type { Body } from '../contract/body.ts'
import type { Calendar } from '../contract/calendar.ts'
import type { Duty } from '../contract/duty.ts'
import type { PackFile } from '../contract/pack.ts'
import type { Place, PlaceKind, ServedRegion, Window } from '../contract/place.ts'
import type { Region } from '../contract/region.ts'
import type { Succession } from '../contract/succession.ts'

export interface Area {
  area: string
  name: string
  adminCode: string
  validFrom: string
  validTo: string | null
}

export interface PackVersion {
  version: string
  validFrom: string
  body: PackFile
}

/** One page by key: `after` is the id of the last row of the page before. */
export interface Page {
  name?: string
  after?: string
  limit?: number
}

export interface OrganisationReader {
  area(area: string, day: string): Promise<Area | undefined>
  areas(day: string): Promise<Area[]>
  regions(area: string, day: string): Promise<Region[]>
  /** The newest version of each, in force or not: old cases still name abolished regions. */
  regionsByCodes(area: string, codes: readonly string[]): Promise<Region[]>
  searchRegions(area: string, day: string, page: Page & { parent?: string }): Promise<Region[]>
  places(area: string, day: string): Promise<Place[]>
  placesByIds(area: string, ids: readonly string[]): Promise<Place[]>
  /** Every version of a place, oldest first. */
  placeVersions(area: string, id: string): Promise<Place[]>
  searchPlaces(
    area: string,
    day: string,
    page: Page & { kind?: PlaceKind; region?: string },
  ): Promise<Place[]>
  windowsOfPlaces(area: string, places: readonly string[], day: string): Promise<Window[]>
  windowsByIds(area: string, ids: readonly string[]): Promise<Window[]>
  served(area: string, day: string): Promise<ServedRegion[]>
  servedByRegions(area: string, regions: readonly string[], day: string): Promise<ServedRegion[]>
  duties(area: string, day: string): Promise<Duty[]>
  bodies(area: string, day: string): Promise<Body[]>
  bodiesByIds(area: string, ids: readonly string[]): Promise<Body[]>
  /** The street office or the government of a town. */
  bodyOfTown(area: string, town: string, day: string): Promise<Body | undefined>
  searchBodies(area: string, day: string, page: Page & { tier?: number }): Promise<Body[]>
  /** Every line of what followed what; few even where many villages were merged. */
  successions(area: string, subject: Succession['subject']): Promise<Succession[]>
  calendar(area: string, version?: string): Promise<Calendar | undefined>
  pack(area: string, version?: string): Promise<PackVersion | undefined>
}

const REGION = `id AS code, name, type, tier, parent, successor_code AS "successorCode",
  valid_from AS "validFrom", valid_to AS "validTo"`
const PLACE = `area_code AS area, id, version, kind, name, region, parent, owner, address, phone,
  supervision_phone AS "supervisionPhone", synthetic, standards, valid_from AS "validFrom", valid_to AS "validTo"`
const WINDOW = `area_code AS area, id, version, place, no, name, kind, undifferentiated,
  valid_from AS "validFrom", valid_to AS "validTo"`
const BODY = `area_code AS area, id, version, name, short_name AS "shortName", kind, tier, region, parent,
  credit_code AS "creditCode", synthetic_code AS "syntheticCode", certainty,
  valid_from AS "validFrom", valid_to AS "validTo"`
const DUTY = `id, subject, subject_name AS "subjectName", role, body, clauses, acts,
  valid_from AS "validFrom", valid_to AS "validTo"`
const SERVED = `id AS region, place, valid_from AS "validFrom", valid_to AS "validTo"`
const AREA = `area_code AS area, name, current_admin_code AS "adminCode", valid_from AS "validFrom", valid_to AS "validTo"`

/** $2 is the day. */
const IN_FORCE = 'valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)'

const statement = (name: string, text: string) => ({ name: `organisation.${name}`, text })

const inForce = (table: string, columns: string) =>
  statement(
    `${table}-in-force`,
    `SELECT ${columns} FROM organisation.${table} WHERE area_code = $1 AND ${IN_FORCE} ORDER BY id`,
  )

const byIds = (table: string, columns: string) =>
  statement(
    `${table}-by-ids`,
    `SELECT DISTINCT ON (id) ${columns} FROM organisation.${table}
     WHERE area_code = $1 AND id = ANY($2) ORDER BY id, version DESC`,
  )

const REGIONS_IN_FORCE = inForce('region', REGION)
const REGIONS_BY_CODES = byIds('region', REGION)
const PLACES_IN_FORCE = inForce('place', PLACE)
const PLACES_BY_IDS = byIds('place', PLACE)
const WINDOWS_BY_IDS = byIds('window_desk', WINDOW)
const SERVED_IN_FORCE = inForce('served_region', SERVED)
const DUTIES_IN_FORCE = inForce('duty', DUTY)
const BODIES_IN_FORCE = inForce('body', BODY)
const BODIES_BY_IDS = byIds('body', BODY)

const PLACE_VERSIONS = statement(
  'place-versions',
  `SELECT ${PLACE} FROM organisation.place WHERE area_code = $1 AND id = $2 ORDER BY version`,
)

const AREA_ON_DAY = statement(
  'area',
  `SELECT ${AREA} FROM organisation.area WHERE area_code = $1 AND ${IN_FORCE}`,
)

const BODY_OF_TOWN = statement(
  'body-of-town',
  `SELECT ${BODY} FROM organisation.body WHERE area_code = $1 AND ${IN_FORCE} AND region = $3 AND tier = 5
     AND kind <> 'institution' ORDER BY id LIMIT 1`,
)

const WINDOWS_OF_PLACES = statement(
  'windows-of-places',
  `SELECT ${WINDOW} FROM organisation.window_desk
   WHERE area_code = $1 AND ${IN_FORCE} AND place = ANY($3) ORDER BY place, no`,
)

const SERVED_BY_REGIONS = statement(
  'served-by-regions',
  `SELECT ${SERVED} FROM organisation.served_region WHERE area_code = $1 AND ${IN_FORCE} AND id = ANY($3)`,
)

const CALENDAR = statement(
  'calendar',
  `SELECT version, years, local, hours, unpublished FROM organisation.calendar
   WHERE area_code = $1 AND ($2::text IS NULL OR version = $2) ORDER BY seq DESC LIMIT 1`,
)

const PACK = statement(
  'pack',
  `SELECT version, valid_from AS "validFrom", body FROM organisation.pack_version
   WHERE area_code = $1 AND ($2::text IS NULL OR version = $2) ORDER BY seq DESC LIMIT 1`,
)

const AREAS = statement(
  'areas',
  `SELECT ${AREA} FROM organisation.area
   WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) ORDER BY area_code`,
)

const SUCCESSIONS = statement(
  'successions',
  `SELECT subject, id, successor, on_day AS "on", kind FROM organisation.succession
   WHERE area_code = $1 AND subject = $2 ORDER BY on_day, id, successor`,
)

const memory = rowMemory()

/** For whoever wrote ground by hand; the writer does it by itself. */
export const forgetGround = memory.forgetAll

/** Read outside a transaction, what stands is remembered for a moment: every screen names a place, a body and a day. */
export function organisationReader(db: Queryable): OrganisationReader {
  const rows = <R>(statement: Statement, ...values: unknown[]) => memory.query<R>(db, statement, values)
  const byIds = <R extends { id: string }>(statement: Statement, area: string, ids: readonly string[]) =>
    memory.byIds<R>(db, statement, [area], ids)
  return {
    area: async (area, day) => (await rows<Area>(AREA_ON_DAY, area, day))[0],
    // The list of areas is what one installation serves; it is read across areas by its nature.
    areas: (day) => rows<Area>(AREAS, day),
    regions: (area, day) => rows<Region>(REGIONS_IN_FORCE, area, day),
    regionsByCodes: async (area, codes) =>
      codes.length === 0 ? [] : rows<Region>(REGIONS_BY_CODES, area, codes),
    searchRegions: (area, day, { parent, ...page }) =>
      search<Region>(db, 'region', REGION, area, day, page, { parent }),
    places: (area, day) => rows<Place>(PLACES_IN_FORCE, area, day),
    placesByIds: (area, ids) => byIds<Place>(PLACES_BY_IDS, area, ids),
    placeVersions: (area, id) => rows<Place>(PLACE_VERSIONS, area, id),
    searchPlaces: (area, day, { kind, region, ...page }) =>
      search<Place>(db, 'place', PLACE, area, day, page, { kind, region }),
    windowsOfPlaces: (area, places, day) => rows<Window>(WINDOWS_OF_PLACES, area, day, places),
    windowsByIds: (area, ids) => byIds<Window>(WINDOWS_BY_IDS, area, ids),
    served: (area, day) => rows<ServedRegion>(SERVED_IN_FORCE, area, day),
    servedByRegions: (area, regions, day) => rows<ServedRegion>(SERVED_BY_REGIONS, area, day, regions),
    duties: (area, day) => rows<Duty>(DUTIES_IN_FORCE, area, day),
    bodies: (area, day) => rows<Body>(BODIES_IN_FORCE, area, day),
    bodiesByIds: (area, ids) => byIds<Body>(BODIES_BY_IDS, area, ids),
    bodyOfTown: async (area, town, day) => (await rows<Body>(BODY_OF_TOWN, area, day, town))[0],
    searchBodies: (area, day, { tier, ...page }) => search<Body>(db, 'body', BODY, area, day, page, { tier }),
    successions: (area, subject) => rows<Succession>(SUCCESSIONS, area, subject),
    calendar: async (area, version) => (await rows<Calendar>(CALENDAR, area, version ?? null))[0],
    pack: async (area, version) => (await rows<PackVersion>(PACK, area, version ?? null))[0],
  }
}

/** Left unnamed: a prepared LIKE turns many times slower once PostgreSQL settles on a generic plan. */
function search<R>(
  db: Queryable,
  table: string,
  columns: string,
  area: string,
  day: string,
  { name, after, limit = 50 }: Page,
  equal: Record<string, unknown>,
): Promise<R[]> {
  const values: unknown[] = [area, day]
  const wheres = [`area_code = $1`, IN_FORCE]
  const where = (text: (param: string) => string, value: unknown) => {
    if (value === undefined) return
    values.push(value)
    wheres.push(text(`$${values.length}`))
  }
  for (const [column, value] of Object.entries(equal)) where((param) => `${column} = ${param}`, value)
  where((param) => `id > ${param}`, after)
  where(
    (param) => `name LIKE ${param}`,
    name === undefined ? undefined : `%${name.replace(/[\\%_]/g, '\\$&')}%`,
  )
  values.push(Math.min(Math.max(limit, 1), 500))
  return db.query<R>(
    `SELECT ${columns} FROM organisation.${table} WHERE ${wheres.join(' AND ')} ORDER BY id LIMIT $${values.length}`,
    values,
  )
}
