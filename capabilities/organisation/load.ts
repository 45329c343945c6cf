import fs from 'node:fs/promises'
import path from 'node:path'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Db } from '#platform/db/db.ts'
import { CalendarYear } from './contract/calendar.ts'
import {
  BodiesFile,
  DutiesFile,
  PackFile,
  PlacesFile,
  RegionsFile,
  type OrganisationPack,
} from './contract/pack.ts'
import { refuse, type OrganisationRefusal } from './contract/refusal.ts'
import { packProblems } from './model/pack-problems.ts'
import { placesFromPack } from './model/places-from-pack.ts'
import { bodyRow, dutyRow, placeRow, regionRow, servedRow, windowRow } from './store/rows.ts'
import { writeList, type Written } from './store/versions.ts'
import { publishCalendar, writeArea, writePackVersion } from './store/writer.ts'

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
    await writeArea(tx, pack, day)
    const calendar = await publishCalendar(tx, area, pack.calendar, day)
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
    }
  })
}

/** Where the packs of this repository lie; a deployment may read a pack from any other folder. */
export function packFolder(id: string): string {
  return path.join(import.meta.dirname, '..', '..', 'packs', id)
}

/** Reads the organisation part of a pack folder and says what is malformed, file by file. */
export async function readPack(folder: string): Promise<OrganisationPack | OrganisationRefusal[]> {
  const problems: OrganisationRefusal[] = []
  const read = async <T>(schema: TSchema, ...name: string[]): Promise<T> => {
    const value: unknown = JSON.parse(await fs.readFile(path.join(folder, ...name), 'utf8'))
    problems.push(...malformed(schema, value, name.join('/')))
    return value as T
  }
  const years = (await fs.readdir(path.join(folder, 'calendar')))
    .filter((file) => file.endsWith('.json'))
    .sort()
  const pack: OrganisationPack = {
    pack: await read<PackFile>(PackFile, 'pack.json'),
    regions: await read<RegionsFile>(RegionsFile, 'places', 'regions.json'),
    places: await read<PlacesFile>(PlacesFile, 'places', 'places.json'),
    bodies: await read<BodiesFile>(BodiesFile, 'places', 'bodies.json'),
    duties: await read<DutiesFile>(DutiesFile, 'places', 'duties.json'),
    calendar: await Promise.all(years.map((file) => read<CalendarYear>(CalendarYear, 'calendar', file))),
  }
  return problems.length > 0 ? problems : pack
}

function malformed(schema: TSchema, value: unknown, file: string): OrganisationRefusal[] {
  if (Value.Check(schema, value)) return []
  return [...Value.Errors(schema, value)]
    .slice(0, 20)
    .map(({ instancePath, message }) => refuse('pack-file-malformed', { file, at: instancePath, message }))
}
