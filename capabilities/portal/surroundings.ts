import { compileCalendar } from '#engine/calendar/calendar.ts'
import { chineseDay } from '#engine/clock/explain.ts'
import { legalDay } from '#engine/day.ts'
import { pausedWindows, type PausedWindow } from '#capabilities/organisation/index.ts'
import type { OpeningHours, Place } from '#capabilities/organisation/contract.ts'
import { openingHoursSentence, standardOf } from '#capabilities/organisation/model.ts'
import type { NearPlace, NearView, RegionOption } from './contract.ts'
import type { PortalMeans } from './means.ts'
import { dayKind, openNow } from './model.ts'

/** Everybody's first page shows them; they change when an office moves or publishes other hours. */
const KEPT_FOR_MS = 10_000

const CALLED = { hall: '大厅', centre: '中心', station: '服务站' } as const

export interface Surroundings {
  areaName(): Promise<string>
  /** The hall with what holds at this moment. */
  hall(): Promise<NearPlace | undefined>
  /** From the door outwards: the station of the village, the centre of the town, the hall. */
  near(region: string): Promise<NearView | undefined>
  /** One place with what holds at this moment. */
  place(id: string): Promise<NearPlace | undefined>
}

type Read = Awaited<ReturnType<typeof read>>

/** The places around somebody, and which of them have their doors open now. */
export function surroundingsOf(means: PortalMeans): Surroundings {
  let kept: { day: string; since: number; read: Promise<Read> } | undefined
  const known = (): Promise<Read> => {
    const now = means.clock.now()
    const [day, since] = [legalDay(now), Date.parse(now)]
    if (kept?.day === day && since >= kept.since && since < kept.since + KEPT_FOR_MS) return kept.read
    const fresh = read(means, day)
    kept = { day, since, read: fresh }
    fresh.catch(() => (kept = undefined))
    return fresh
  }
  const shown = (place: Place, found: Read) => withHours(place, found, means.clock.now())
  return {
    areaName: async () => (await known()).areaName,
    async hall() {
      const found = await known()
      const hall = found.places.find(({ kind }) => kind === 'hall')
      return hall && shown(hall, found)
    },
    async place(id) {
      const found = await known()
      const place = found.byId.get(id)
      return place && shown(place, found)
    },
    async near(region) {
      const found = await known()
      const regionName = nameOf(found.regions, region)
      if (regionName === undefined) return undefined
      const places = around(found, region).map((place) => shown(place, found))
      return { region, regionName, places }
    },
  }
}

async function read({ area, db, organisation }: PortalMeans, day: string) {
  const [found, calendar, places, pack, regions, served, paused] = await Promise.all([
    organisation.area(area, day),
    organisation.calendarOf(area),
    organisation.places(area, day),
    organisation.pack(area),
    organisation.regionDirectory(area, day),
    organisation.served(area, day),
    pausedWindows(db, area),
  ])
  return {
    areaName: found?.name ?? '',
    calendar,
    compiled: compileCalendar(calendar),
    places,
    byId: new Map(places.map((place) => [place.id, place])),
    usual: pack?.body.parameters.openingHours.value,
    regions,
    paused: Map.groupBy(paused, ({ place }) => place),
    stationOf: new Map(served.map(({ region, place }) => [region, place])),
  }
}

/** A station may serve villages beside its own. */
function around({ places, byId, stationOf }: Read, region: string): Place[] {
  const town = region.slice(0, 9)
  const serving = byId.get(stationOf.get(region) ?? '')
  const station =
    serving?.kind === 'station'
      ? serving
      : places.find(({ kind, region: at }) => kind === 'station' && at === region)
  const centre = places.find(({ kind, region: at }) => kind === 'centre' && at.startsWith(town))
  const hall = places.find(({ kind }) => kind === 'hall')
  return [station, centre, hall].filter((place) => place !== undefined)
}

function withHours(place: Place, { calendar, compiled, byId, usual, paused }: Read, now: string): NearPlace {
  const { id, name, kind, address, phone, region } = place
  const tier = kind === 'point' ? 'station' : kind
  const day = legalDay(now)
  const hours = standardOf('openingHours', id, byId, usual?.[tier]).value as OpeningHours | undefined
  const times = hours ?? { workday: [], saturday: [] }
  const { open, sentence } = openNow(times, dayKind(compiled, calendar, day), day, now, CALLED[tier])
  return {
    ...{ id, name, tier, address, phone, region, hours: openingHoursSentence(times) },
    now: { open, sentence },
    ...(paused.has(id) ? { notices: paused.get(id)!.map(pauseSentence) } : {}),
  }
}

/** 1号窗口从3月20日到3月24日暂停服务：设备检修。请到2号窗口办理。 */
function pauseSentence({ name, from, to, reason, instead }: PausedWindow): string {
  const until = to === undefined ? '起' : to === from ? '' : `到${chineseDay(to)}`
  return `${name}从${chineseDay(from)}${until}暂停服务：${withoutStop(reason)}。请${withoutStop(instead).replace(/^请/, '')}。`
}

const withoutStop = (text: string): string => text.replace(/[。；\s]+$/, '')

function nameOf(regions: readonly RegionOption[], code: string): string | undefined {
  for (const town of regions) {
    if (town.code === code) return town.name
    const village = town.children.find((child) => child.code === code)
    if (village) return `${town.name} ${village.name}`
  }
  return undefined
}
