import { existsSync, readdirSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { Type as T, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { afterCommit, type Db, type Queryable } from '#platform/db/db.ts'
import { CalendarYear, LOCAL_HOLIDAYS, LocalHoliday } from './contract/calendar.ts'
import {
  BodiesFile,
  DutiesFile,
  PackFile,
  PlacesFile,
  RegionsFile,
  type OrganisationPack,
} from './contract/pack.ts'
import type { Succession } from './contract/succession.ts'
import { refuse, type OrganisationRefusal } from './contract/refusal.ts'
import { sameSpans } from './model/calendar.ts'
import { areaPacks, type PackFiles } from './model/area-packs.ts'
import { packProblems } from './model/pack-problems.ts'
import { placesFromPack } from './model/places-from-pack.ts'
import { bodyRow, dutyRow, placeRow, regionRow, servedRow, windowRow } from './store/rows.ts'
import { writeList, type Written } from './store/versions.ts'
import { writeSuccessions } from './store/successions.ts'
import { forgetGround, organisationReader } from './store/reader.ts'
import { publishCalendar, writeArea, writePackVersion, type CalendarChange } from './store/writer.ts'

export interface LoadedOrganisation {
  area: string
  packVersion: string
  calendarVersion: string
  regions: Written
  bodies: Written
  duties: Written
  places: Written
  windows: Written
  served: Written
  successions: number
}

/** Loads this capability's part of a pack; loading the same pack again changes nothing, a changed one adds versions from `day`. */
export async function loadOrganisation(
  db: Pick<Db, 'transaction'>,
  pack: OrganisationPack,
  day: string,
): Promise<LoadedOrganisation | OrganisationRefusal[]> {
  const problems = packProblems(pack)
  if (problems.length > 0) return problems
  const { places, windows, served } = placesFromPack(pack)
  const area = pack.pack.area.code
  const writing = { areaCode: area, day, origin: `pack:${pack.pack.id}` }
  return db.transaction(async (tx) => {
    afterCommit(tx, forgetGround)
    await writeArea(tx, pack, day)
    const calendar = await publishCalendar(tx, area, await calendarChange(tx, pack, day), day)
    if ('refused' in calendar)
      throw new Error(`calendar of ${pack.pack.id} passed the check and was refused: ${calendar.code}`)
    return {
      area,
      packVersion: await writePackVersion(tx, pack, day),
      calendarVersion: calendar.version,
      regions: await writeList(tx, 'region', pack.regions.regions.map(regionRow), writing),
      bodies: await writeList(tx, 'body', pack.bodies.bodies.map(bodyRow), writing),
      duties: await writeList(tx, 'duty', pack.duties.duties.map(dutyRow), writing),
      places: await writeList(tx, 'place', places.map(placeRow), writing),
      windows: await writeList(tx, 'window_desk', windows.map(windowRow), writing),
      served: await writeList(tx, 'served_region', served.map(servedRow), writing),
      successions: await writeSuccessions(tx, writing, successionsOf(pack)),
    }
  })
}

function successionsOf({ regions, places, bodies }: OrganisationPack): Succession[] {
  const of = (subject: Succession['subject'], lines: readonly Omit<Succession, 'subject'>[] = []) =>
    lines.map((line) => ({ subject, ...line }))
  return [
    ...of('region', regions.successions),
    ...of('place', places.successions),
    ...of('body', bodies.successions),
  ]
}

/** The hall's hours are those of the office. What the office set since is left alone until the pack itself says otherwise. */
async function calendarChange(tx: Queryable, pack: OrganisationPack, day: string): Promise<CalendarChange> {
  const area = pack.pack.area.code
  const read = organisationReader(tx)
  const known = (await read.calendar(area))?.hours ?? []
  const before = (await read.pack(area))?.body.parameters.openingHours.value.hall
  const { workday } = pack.pack.parameters.openingHours.value.hall
  const same = before !== undefined && sameSpans(before.workday, workday)
  const hours = known.length > 0 && same ? undefined : { since: known.length > 0 ? day : FOR_EVER, workday }
  return { years: pack.calendar, local: pack.localHolidays ?? [], ...(hours ? { hours } : {}) }
}

const FOR_EVER = '2000-01-01'

/** Where the packs of this repository lie; a deployment may read a pack from any other folder. */
export function packFolder(id: string): string {
  return path.join(import.meta.dirname, '..', '..', 'packs', id)
}

/** What all packs share, and no county could say otherwise: the yearly notices of the State Council. */
const SHARED = packFolder('base')

/** The notices of the State Council, each year once: a pack's own file of a year stands before the shared one. */
export function calendarFiles(folder: string): { years: string[]; local: boolean } {
  const found = new Map<string, string>()
  for (const at of [SHARED, folder])
    for (const name of jsonFiles(path.join(at, 'calendar'))) found.set(name, path.join(at, 'calendar', name))
  const names = [...found.keys()].filter((name) => name !== LOCAL_HOLIDAYS).toSorted()
  return {
    years: names.map((name) => found.get(name)!),
    local: jsonFiles(path.join(folder, 'calendar')).includes(LOCAL_HOLIDAYS),
  }
}

function jsonFiles(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
}

/** The organisation part of a pack folder, of its own area; `readPacks` gives a city's counties too. */
export async function readPack(folder: string): Promise<OrganisationPack | OrganisationRefusal[]> {
  const read = await readPacks(folder)
  return isRefused(read) ? read : read[0]!
}

const isRefused = (
  read: readonly (OrganisationPack | OrganisationRefusal)[],
): read is OrganisationRefusal[] => read.some((each) => 'refused' in each)

/** Where a city's pack keeps the regions of its counties, one file each. */
export const COUNTY_REGIONS = 'places/regions'

/** Reads the organisation part of a pack folder, one area after another, and says what is malformed, file by file. */
export async function readPacks(folder: string): Promise<OrganisationPack[] | OrganisationRefusal[]> {
  const problems: OrganisationRefusal[] = []
  const readAt = async <T>(schema: TSchema, file: string): Promise<T> => {
    const value: unknown = JSON.parse(await fs.readFile(file, 'utf8'))
    problems.push(...malformed(schema, value, path.relative(folder, file)))
    return value as T
  }
  const read = <T>(schema: TSchema, ...name: string[]) => readAt<T>(schema, path.join(folder, ...name))
  const { years, local } = calendarFiles(folder)
  const pack = await read<PackFile>(PackFile, 'pack.json')
  const countyRegions = (pack.counties ?? []).map(
    async ({ code }) =>
      [code, await read<RegionsFile>(RegionsFile, ...COUNTY_REGIONS.split('/'), `${code}.json`)] as const,
  )
  const files: PackFiles = {
    pack,
    countyRegions: new Map(await Promise.all(countyRegions)),
    regions: await read<RegionsFile>(RegionsFile, 'places', 'regions.json'),
    places: await read<PlacesFile>(PlacesFile, 'places', 'places.json'),
    bodies: await read<BodiesFile>(BodiesFile, 'places', 'bodies.json'),
    duties: await read<DutiesFile>(DutiesFile, 'places', 'duties.json'),
    calendar: await Promise.all(years.map((file) => readAt<CalendarYear>(CalendarYear, file))),
    ...(local
      ? { localHolidays: await read<LocalHoliday[]>(T.Array(LocalHoliday), 'calendar', LOCAL_HOLIDAYS) }
      : {}),
  }
  return problems.length > 0 ? problems : areaPacks(files)
}

function malformed(schema: TSchema, value: unknown, file: string): OrganisationRefusal[] {
  if (Value.Check(schema, value)) return []
  return [...Value.Errors(schema, value)]
    .slice(0, 20)
    .map(({ instancePath, message }) => refuse('pack-file-malformed', { file, at: instancePath, message }))
}
