import { hash } from 'node:crypto'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { legalDay } from '#engine/day.ts'
import type { ScreenView } from '#capabilities/case/index.ts'
import type { OpeningHours, Place } from '#capabilities/organisation/contract.ts'
import { withOffset } from '#platform/clock.ts'
import type { Areas } from '#platform/http/area.ts'
import { opening, type HallPlace, type HallServices } from '../hall-web/index.ts'
import type { Assembly } from './assemble.ts'

/** One query feeds every screen of a place for this long. */
const COPY_FOR_MS = 1000
/** A little later than a copy lives, because a timer may ring a moment early. */
const LETTER_AFTER_MS = COPY_FOR_MS + 20
const PLACES_FOR_MS = 10_000
/** Until the database that could not answer is asked for the news again. */
const TRY_AGAIN_MS = 5000

export interface Screens extends HallServices {
  /** Hears the version of a place's picture whenever it is another one, until the returned function is called. */
  watch(place: string, seen: number, onVersion: (version: number) => void): () => void
}

type Means = Pick<Assembly, 'cases' | 'organisation' | 'relay' | 'clock' | 'demo'>

/**
 * The publicity screens of all areas. Everything it gives away is public, so it knows no actor. `build` names what the screens'
 * script was built from: a screen of another build sees another version and comes to fetch it.
 */
export function screens(house: Means, areas: Pick<Areas, 'all'>, build: string): Screens {
  const places = fresh(house, PLACES_FOR_MS, () => placesWithScreen(house, areas))
  const copies = new Map<string, () => Promise<ScreenView>>()
  const feeds = new Map<string, Feed>()
  const areaOf = new Map<string, string>()

  async function picture(id: string): Promise<ScreenView | undefined> {
    const place = (await places()).find((each) => each.id === id)
    if (place === undefined) return undefined
    areaOf.set(id, place.area)
    let copy = copies.get(id)
    if (copy === undefined)
      copies.set(id, (copy = fresh(house, COPY_FOR_MS, () => draw(house, place.area, build, id))))
    return copy()
  }

  return {
    places: async () =>
      (await places()).map(({ id, name, kind, areaName }) => ({
        ...{ id, name, kind: kind as HallPlace['kind'] },
        ...(areas.all.length > 1 ? { areaName } : {}),
      })),
    picture,
    watch(place, seen, onVersion) {
      let feed = feeds.get(place)
      const area = areaOf.get(place)
      // Only a place whose picture was given is watched.
      if (area === undefined) return () => {}
      if (feed === undefined) feeds.set(place, (feed = openFeed(house, area, () => picture(place), seen)))
      return feed.join(onVersion, () => feeds.delete(place))
    },
  }
}

type ShownPlace = Place & { areaName: string }

async function placesWithScreen(
  { organisation, clock }: Means,
  areas: Pick<Areas, 'all'>,
): Promise<ShownPlace[]> {
  const day = legalDay(clock.now())
  const lists = await Promise.all(
    areas.all.map(async ({ code, name: areaName }) => {
      const all = await organisation.places(code, day)
      const shown = ['hall', 'centre'].flatMap((kind) => all.filter((place) => place.kind === kind))
      return shown.map((place) => ({ ...place, areaName }))
    }),
  )
  return lists.flat()
}

async function draw(
  { cases, organisation, clock, demo }: Means,
  area: string,
  build: string,
  id: string,
): Promise<ScreenView> {
  const now = clock.now()
  const day = legalDay(now)
  const [[place], source, hours, publicity] = await Promise.all([
    organisation.placesByIds(area, [id]),
    organisation.calendarOf(area),
    organisation.standard(area, id, 'openingHours', day),
    cases.publicity(area, id, now),
  ])
  const { name, phone, supervisionPhone } = place!
  const shown = {
    build,
    place: { id, name, phone, supervisionPhone },
    opening: opening(hours.value as OpeningHours, compileCalendar(source), source, now),
    demo,
    ...publicity,
  }
  return { version: versionOf(shown), at: withOffset(now), ...shown }
}

/** A number made of the content: it survives a restart and is the same on every server. */
function versionOf(content: object): number {
  return Number.parseInt(hash('sha256', JSON.stringify(content), 'hex').slice(0, 12), 16)
}

interface Feed {
  join(onVersion: (version: number) => void, onEmpty: () => void): () => void
}

/**
 * Hears every act of the area and tells only whether this place's picture has become another: who watches a wall learns
 * no stream and no number of a case. The letter waits as long as a copy lives, so whoever reads because of it reads anew.
 */
function openFeed(
  { relay }: Means,
  area: string,
  picture: () => Promise<ScreenView | undefined>,
  seen: number,
): Feed {
  const listeners = new Set<(version: number) => void>()
  let last = seen
  let heardAt = 0
  let timer: NodeJS.Timeout | undefined
  const tellLater = (ms: number) => (timer ??= setTimeout(() => void tell(), ms))
  const tell = async (): Promise<void> => {
    let wait: number
    try {
      const version = (await picture())?.version
      if (version !== undefined && version !== last) {
        last = version
        for (const onVersion of listeners) onVersion(version)
      }
      // What was heard meanwhile may have come after the copy was made.
      wait = heardAt + LETTER_AFTER_MS - performance.now()
    } catch {
      // The screens say themselves that they are behind; they are told as soon as there is something to tell.
      wait = TRY_AGAIN_MS
    }
    timer = undefined
    if (wait > 0 && listeners.size > 0) tellLater(wait)
  }
  const stopHearing = relay.subscribe({ areaCode: area }, () => {
    heardAt = performance.now()
    tellLater(LETTER_AFTER_MS)
  })
  return {
    join(onVersion, onEmpty) {
      listeners.add(onVersion)
      return () => {
        if (!listeners.delete(onVersion) || listeners.size > 0) return
        clearTimeout(timer)
        stopHearing()
        onEmpty()
      }
    },
  }
}

/**
 * A value that is asked for at most once in a while, by however many at the same time; a failure is not kept. Both clocks count: the
 * machine's, because a demo's clock may stand still, and the platform's, because it may be moved.
 */
function fresh<T>({ clock }: Pick<Means, 'clock'>, forMs: number, ask: () => Promise<T>): () => Promise<T> {
  let asked: { value: Promise<T>; machine: number; platform: number } | undefined
  const isFresh = (platform: number): boolean =>
    asked !== undefined &&
    performance.now() - asked.machine < forMs &&
    Math.abs(platform - asked.platform) < forMs
  return () => {
    const platform = Date.parse(clock.now())
    if (asked !== undefined && isFresh(platform)) return asked.value
    const now = { value: ask(), machine: performance.now(), platform }
    asked = now
    now.value.catch(() => {
      if (asked === now) asked = undefined
    })
    return now.value
  }
}
