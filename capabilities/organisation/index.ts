import type { Db, Queryable } from '#platform/db/db.ts'
import type { Body } from './contract/body.ts'
import type { Calendar } from './contract/calendar.ts'
import type { Place, Window } from './contract/place.ts'
import type { Succession } from './contract/succession.ts'
import { placeDirectory, regionDirectory, type PlaceEntry, type RegionEntry } from './directory.ts'
import { coverage, type Coverage } from './model/coverage.ts'
import { ancestorsOf, regionTree, type RegionTree } from './model/region-tree.ts'
import { standingFor } from './model/succession.ts'
import { standardOf } from './model/standards.ts'
import { organisationReader, type OrganisationReader } from './store/reader.ts'

export const organisationCapability = { name: 'organisation', jobs: [], hears: [] } as const

export {
  forgetGround,
  organisationReader,
  type Area,
  type OrganisationReader,
  type Page,
  type PackVersion,
} from './store/reader.ts'
export { organisationWriter, type OrganisationWriter } from './store/writer.ts'
export {
  calendarFiles,
  COUNTY_REGIONS,
  loadOrganisation,
  packFolder,
  readPack,
  readPacks,
  type LoadedOrganisation,
} from './load.ts'
export type { PlaceEntry, RegionEntry } from './directory.ts'
export {
  dutyRoleWords,
  openingHoursSentence,
  refusalWords,
  bodyKindWords,
  placeKindWords,
  regionTypeWords,
  tierWords,
} from './words.ts'

/** What the capabilities below ask for, many ids at a time; days are legal days (Asia/Shanghai). */
export interface Organisation extends OrganisationReader {
  regionTree(area: string, day: string): Promise<RegionTree>
  /** What stands on a day where a region, place or body stood: itself, or what followed it. */
  standingFor(area: string, subject: Succession['subject'], id: string, day: string): Promise<string[]>
  /** The places a region counts on, nearest first: its station, its centre, the hall. Of a region that has ended, those of what followed. */
  placesServing(area: string, region: string, day: string): Promise<Place[]>
  /** Without a version the newest; naming a version that does not exist is a fault. */
  calendarOf(area: string, version?: string): Promise<Calendar>
  coverage(area: string, day: string): Promise<Coverage>
  /** A standard as it holds at a place, inherited from the places above it and at last from the pack's parameter. */
  standard(area: string, place: string, name: string, day: string): Promise<{ value: unknown; from: string }>
  /** The government of the town or street a region lies in; none for the county and above. */
  townBody(area: string, region: string, day: string): Promise<Body | undefined>
  windowsOf(area: string, place: string, day: string): Promise<Window[]>
  windowsByIds(area: string, ids: readonly string[]): Promise<Window[]>
  /** Towns with their villages, for forms and guides. */
  regionDirectory(area: string, day: string): Promise<RegionEntry[]>
  /** Halls and centres, and the stations of one region, with address, hours and phone. */
  placeDirectory(area: string, day: string, region?: string): Promise<PlaceEntry[]>
}

export function organisation(db: Queryable | Db): Organisation {
  const read = organisationReader(db)
  return {
    ...read,
    regionTree: async (area, day) => regionTree(await read.regions(area, day)),
    standingFor: async (area, subject, id, day) =>
      standingFor(await read.successions(area, subject), id, day),
    placesServing: (area, region, day) => placesServing(read, area, region, day),
    calendarOf: async (area, version) => {
      const calendar = await read.calendar(area, version)
      if (!calendar) throw new Error(`area ${area} has no calendar ${version ?? ''}`)
      return calendar
    },
    coverage: (area, day) => coverageOf(read, area, day),
    standard: async (area, place, name, day) => {
      const places = new Map((await read.places(area, day)).map((each) => [each.id, each]))
      return standardOf(name, place, places, await packStandard(read, area, places.get(place), name))
    },
    townBody: async (area, region, day) => {
      const [now = region] = standingFor(await read.successions(area, 'region'), region, day)
      const town = [now, ...ancestorsOf(now)].find((code) => code.endsWith('000') && !code.endsWith('000000'))
      return town === undefined ? undefined : read.bodyOfTown(area, town, day)
    },
    windowsByIds: read.windowsByIds,
    windowsOf: (area, place, day) => read.windowsOfPlaces(area, [place], day),
    regionDirectory: (area, day) => regionDirectory(read, area, day),
    placeDirectory: (area, day, region) => placeDirectory(read, area, day, region),
  }
}

async function coverageOf(read: OrganisationReader, area: string, day: string): Promise<Coverage> {
  const formula = (await read.pack(area))?.body.parameters.villageCoverage?.value.formula
  const rooms =
    formula === 'own-room'
      ? new Map((await read.places(area, day)).map(({ id, region }) => [id, region]))
      : undefined
  return coverage(await read.regions(area, day), await read.served(area, day), day, rooms)
}

async function placesServing(
  read: OrganisationReader,
  area: string,
  region: string,
  day: string,
): Promise<Place[]> {
  const [now = region] = standingFor(await read.successions(area, 'region'), region, day)
  const chain = [now, ...ancestorsOf(now)]
  const lines = await read.servedByRegions(area, chain, day)
  const places = new Map(
    (
      await read.placesByIds(
        area,
        lines.map((line) => line.place),
      )
    ).map((each) => [each.id, each]),
  )
  return chain.flatMap((code) => {
    const place = places.get(lines.find((line) => line.region === code)?.place ?? '')
    return place ? [place] : []
  })
}

/** A parameter by place kind gives the value of that kind, any other parameter its whole value. */
async function packStandard(
  read: OrganisationReader,
  area: string,
  place: Place | undefined,
  name: string,
): Promise<unknown> {
  const parameters = (await read.pack(area))?.body.parameters as Readonly<Record<string, { value: unknown }>>
  const value = parameters?.[name]?.value
  const byKind = typeof value === 'object' && value !== null && place && place.kind in value
  return byKind ? (value as Record<string, unknown>)[place.kind] : value
}

export { organisationHttp } from './routes.ts'
export { organisationSentences } from './words/sentences.ts'
export { organisationBooks } from './books/index.ts'
export { loadServiceStandards, readStandardsOf } from './standards-of-pack.ts'
export { handlerAt, handlerOf, postsMoved, type RunningCases, type Transfer } from './books/transfer.ts'
export { clausesInForce, type Adoption, type Inspection } from './books/keeping.ts'
export { lettersOf } from './books/letters.ts'
export { pausedWindows, type PausedWindow } from './books/window-pause.ts'
export type { StandardClause } from './books/standard.ts'
export type { Authorisation, Elsewhere, Section } from './books/licensing.ts'
export type { Cost } from './books/cost.ts'
export type { Quota } from './books/quota.ts'
export { ranksOf, type Group, type Liaison } from './books/promotion.ts'
export { groundHttp } from './ground/http.ts'
export { rebuildGround } from './ground/rebuild.ts'
export { groundJobs, keepComing } from './ground/coming.ts'
export type { GroundMeans } from './ground/change.ts'
export { groundFiles, groundRoutes } from './contract/ground-routes.ts'
export { organisationRoutes } from './contract/routes.ts'
