import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import { USUAL_LIMITS } from '../model/limits.ts'
import type { RectificationLimits, RectificationWorld } from '../model/world.ts'

export interface Worlds {
  calendar(area: string): Promise<WorkingCalendar>
  of(area: string, party: string, now: Instant, reliesOn: readonly ReliedOn[]): Promise<RectificationWorld>
}

export function worldsOf({
  organisation,
  sealing,
}: {
  organisation: Organisation
  sealing: SubjectKeys
}): Worlds {
  const compiled = new Map<string, WorkingCalendar>()

  async function calendar(area: string): Promise<WorkingCalendar> {
    const source = await organisation.calendarOf(area)
    const key = `${area}/${source.version}`
    const known = compiled.get(key) ?? compileCalendar(source)
    compiled.set(key, known)
    return known
  }

  return {
    calendar,
    async of(area, party, now, reliesOn) {
      const [days, limits, places, sealer] = await Promise.all([
        calendar(area),
        limitsIn(organisation, area),
        directedPlaces(organisation, area, now),
        sealing.sealFor(NO_AREA, subjectOf(party)),
      ])
      return {
        ...{ calendar: days, limits, grants: [], reliesOn },
        places: new Set(places.map(({ id }) => id)),
        seal: (text) => sealer.seal(text),
      }
    },
  }
}

async function limitsIn(organisation: Organisation, area: string): Promise<RectificationLimits> {
  const set = (await organisation.pack(area))?.body.parameters.poorRating?.value
  return { ...USUAL_LIMITS, ...set }
}

/** Halls and centres have directors; stations belong to their centre. */
export async function directedPlaces(
  organisation: Pick<Organisation, 'places'>,
  area: string,
  now: Instant,
): Promise<{ id: string; name: string }[]> {
  const places = await organisation.places(area, legalDay(now))
  return places.filter(({ kind }) => kind === 'hall' || kind === 'centre')
}
