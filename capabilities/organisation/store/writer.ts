import { afterCommit, type Queryable } from '#platform/db/db.ts'
import { addDays } from '#engine/day.ts'
import {
  UNPUBLISHED_RULE,
  type Calendar,
  type CalendarYear,
  type LocalHoliday,
} from '../contract/calendar.ts'
import type { Body } from '../contract/body.ts'
import type { OrganisationPack } from '../contract/pack.ts'
import type { OpeningHours, Place } from '../contract/place.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import {
  calendarProblems,
  calendarVersion,
  localHolidayProblems,
  mergeHours,
  mergeLocal,
  mergeYears,
} from '../model/calendar.ts'
import { validOn } from '../model/versions.ts'
import { forgetGround, organisationReader } from './reader.ts'
import { bodyRow, placeRow, servedRow } from './rows.ts'
import { digestOf, endRow, writeRows } from './versions.ts'

/** What an office changes by hand; call it inside a transaction. */
export interface OrganisationWriter {
  /** The village leaves the served list after `lastDay` and shows as uncovered from then on. */
  withdrawServed(area: string, region: string, lastDay: string): Promise<OrganisationRefusal | undefined>
  serve(area: string, region: string, place: string, day: string): Promise<OrganisationRefusal | undefined>
  /** Sets one standard of a place; all places below it that set none of their own follow. */
  setStandard(
    area: string,
    place: string,
    name: string,
    value: unknown,
    day: string,
  ): Promise<OrganisationRefusal | undefined>
  /** Name, address and phones of a place as they are from a day on. */
  changePlace(
    area: string,
    place: string,
    fields: Partial<Pick<Place, 'name' | 'address' | 'phone' | 'supervisionPhone'>>,
    day: string,
  ): Promise<OrganisationRefusal | undefined>
  addBody(area: string, body: Omit<Body, 'area' | 'version' | 'validTo'>): Promise<undefined>
  changeBody(
    area: string,
    body: string,
    fields: Partial<Pick<Body, 'name' | 'shortName'>>,
    day: string,
  ): Promise<OrganisationRefusal | undefined>
  /** Adds published years as a new calendar version; equal content is the version there is. */
  publishCalendar(
    area: string,
    years: readonly CalendarYear[],
    day: string,
  ): Promise<Calendar | OrganisationRefusal>
  /** Adds days off of the area alone (地方节假日). */
  publishLocalHolidays(
    area: string,
    holidays: readonly LocalHoliday[],
    day: string,
  ): Promise<Calendar | OrganisationRefusal>
  /** Other office hours from a day on; limits in office hours that still run are counted anew. */
  publishOfficeHours(
    area: string,
    workday: OpeningHours['workday'],
    since: string,
  ): Promise<Calendar | OrganisationRefusal>
}

export function organisationWriter(tx: Queryable): OrganisationWriter {
  afterCommit(tx, forgetGround)
  return {
    withdrawServed: async (area, region, lastDay) =>
      (await endRow(tx, 'served_region', region, lastDay, area))
        ? undefined
        : refuse('region-unknown', { region }),
    serve: (area, region, place, day) => serve(tx, { area, region, place, day }),
    setStandard: (area, place, name, value, day) => setStandard(tx, { area, place, name, value, day }),
    changePlace: (area, place, fields, day) =>
      // Address and phone written by hand are no placeholders of the demo any more.
      amendPlace(tx, area, place, day, ({ synthetic }) => ({
        ...fields,
        synthetic: synthetic && (fields.address === undefined || fields.phone === undefined),
      })),
    async addBody(area, body) {
      await writeRows(tx, 'body', [bodyRow(body)], office(area, body.validFrom))
      return undefined
    },
    changeBody: (area, body, fields, day) => changeBody(tx, { area, body, fields, day }),
    publishCalendar: (area, years, day) => publishCalendar(tx, area, { years }, day),
    publishLocalHolidays: (area, local, day) => publishCalendar(tx, area, { local }, day),
    publishOfficeHours: (area, workday, since) =>
      publishCalendar(tx, area, { hours: { since, workday } }, since),
  }
}

async function serve(
  tx: Queryable,
  { area, region, place, day }: { area: string; region: string; place: string; day: string },
): Promise<OrganisationRefusal | undefined> {
  const read = organisationReader(tx)
  const [known] = await read.regionsByCodes(area, [region])
  if (!known) return refuse('region-unknown', { region })
  const [at] = await read.placesByIds(area, [place])
  if (!at) return refuse('place-unknown', { place })
  const [before] = await read.servedByRegions(area, [region], day)
  if (before && before.place !== place)
    return refuse('region-served-elsewhere', { region, place: before.place }, 'LC-3.2-06')
  await writeRows(tx, 'served_region', [servedRow({ region, place, validFrom: day })], office(area, day))
  return undefined
}

/** The hall's opening hours are the office hours that limits count, so a change of theirs is one of the calendar too. */
async function setStandard(
  tx: Queryable,
  of: { area: string; place: string; name: string; value: unknown; day: string },
): Promise<OrganisationRefusal | undefined> {
  const { area, place: id, name, value, day } = of
  const refused = await amendPlace(tx, area, id, day, ({ standards }) => ({
    standards: { ...standards, [name]: value },
  }))
  if (refused !== undefined || name !== 'openingHours') return refused
  const [place] = await organisationReader(tx).placesByIds(area, [id])
  if (place?.kind !== 'hall') return undefined
  const { workday } = value as OpeningHours
  const calendar = await publishCalendar(tx, area, { hours: { since: day, workday } }, day)
  return 'refused' in calendar ? calendar : undefined
}

async function changeBody(
  tx: Queryable,
  of: { area: string; body: string; fields: Partial<Pick<Body, 'name' | 'shortName'>>; day: string },
): Promise<OrganisationRefusal | undefined> {
  const { area, body: id, fields, day } = of
  const [body] = await organisationReader(tx).bodiesByIds(area, [id])
  if (!body || !validOn(body, day)) return refuse('body-unknown', { id })
  await writeRows(tx, 'body', [bodyRow({ ...body, ...fields, validFrom: day })], office(area, day))
  return undefined
}

async function amendPlace(
  tx: Queryable,
  area: string,
  id: string,
  day: string,
  change: (place: Place) => Partial<Place>,
): Promise<OrganisationRefusal | undefined> {
  const [place] = await organisationReader(tx).placesByIds(area, [id])
  if (!place || !validOn(place, day)) return refuse('place-unknown', { place: id })
  await writeRows(tx, 'place', [placeRow({ ...place, ...change(place), validFrom: day })], office(area, day))
  return undefined
}

const office = (areaCode: string, day: string) => ({ areaCode, day, origin: 'office' })

export interface CalendarChange {
  years?: readonly CalendarYear[]
  local?: readonly LocalHoliday[]
  hours?: Calendar['hours'][number]
}

export async function publishCalendar(
  tx: Queryable,
  area: string,
  { years: lists = [], local = [], hours }: CalendarChange,
  day: string,
): Promise<Calendar | OrganisationRefusal> {
  const [problem] = [...lists.flatMap(calendarProblems), ...local.flatMap(localHolidayProblems)]
  if (problem) return problem
  const before = await organisationReader(tx).calendar(area)
  const content = {
    years: mergeYears(before?.years ?? {}, lists),
    local: mergeLocal(before?.local ?? [], local),
    hours: mergeHours(before?.hours ?? [], hours),
    unpublished: UNPUBLISHED_RULE,
  } as const
  const version = calendarVersion(content, digestOf)
  if (before?.version === version) return before
  const sources = Object.fromEntries(lists.map(({ year, source }) => [year, source ?? {}]))
  await tx.query(
    `INSERT INTO organisation.calendar
       (area_code, version, seq, valid_from, years, sources, local, hours, unpublished)
     SELECT $1, $2, 1 + count(*), $3, $4::jsonb, $5::jsonb, $6::jsonb, $7::jsonb, $8
     FROM organisation.calendar WHERE area_code = $1`,
    [
      ...[area, version, day, JSON.stringify(content.years), JSON.stringify(sources)],
      ...[JSON.stringify(content.local), JSON.stringify(content.hours), content.unpublished],
    ],
  )
  return { version, ...content }
}

/** The pack version a case is pinned to: id and content, the same wherever the same pack is loaded. */
export async function writePackVersion(
  tx: Queryable,
  { pack }: OrganisationPack,
  day: string,
): Promise<string> {
  afterCommit(tx, forgetGround)
  const version = `${pack.id}-${pack.version}-${digestOf(pack).slice(0, 8)}`
  const area = pack.area.code
  const newest = await organisationReader(tx).pack(area)
  if (newest?.version === version) return version
  await tx.query(
    `INSERT INTO organisation.pack_version (area_code, version, seq, pack, title, valid_from, body)
     SELECT $1, $2, 1 + count(*), $3, $4, $5, $6::jsonb FROM organisation.pack_version WHERE area_code = $1`,
    [area, version, pack.id, pack.title, newest ? day : pack.area.validFrom, JSON.stringify(pack)],
  )
  return version
}

/** Onboards the area; a changed administrative code or name is a new row, the owning code never changes. */
export async function writeArea(tx: Queryable, { pack }: OrganisationPack, day: string): Promise<void> {
  const { code, name, adminCode, validFrom } = pack.area
  const [current] = await tx.query<{ name: string; admin: string; validFrom: string }>(
    `SELECT name, current_admin_code AS admin, valid_from AS "validFrom" FROM organisation.area
     WHERE area_code = $1 ORDER BY valid_from DESC LIMIT 1`,
    [code],
  )
  if (current?.name === name && current.admin === adminCode) return
  const from = current ? [current.validFrom, validFrom, day].toSorted().at(-1)! : validFrom
  if (current) {
    await tx.query(`UPDATE organisation.area SET valid_to = $2 WHERE area_code = $1 AND valid_to IS NULL`, [
      code,
      addDays(from, -1),
    ])
  }
  await tx.query(
    `INSERT INTO organisation.area (area_code, valid_from, current_admin_code, name) VALUES ($1, $2, $3, $4)
     ON CONFLICT (area_code, valid_from) DO UPDATE SET current_admin_code = $3, name = $4, valid_to = NULL`,
    [code, from, adminCode, name],
  )
}
