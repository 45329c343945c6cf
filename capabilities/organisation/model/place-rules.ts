import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { Place, Window } from '../contract/place.ts'

type PlaceLine = Pick<Place, 'id' | 'name' | 'kind' | 'parent' | 'owner'>

/** ORG-01: each place has exactly one owner and, below the hall, exactly one parent on the way up to it. */
export function placeProblems(
  places: readonly PlaceLine[],
  bodies: ReadonlySet<string>,
): OrganisationRefusal[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  return places.flatMap((place) => {
    const { id, name, owner, parent, kind } = place
    if (!bodies.has(owner)) return [refuse('place-owner-missing', { id, name, owner }, 'BS-2-01')]
    if (parent === null) return kind === 'hall' ? [] : [refuse('place-parent-missing', { id, name })]
    if (!byId.has(parent)) return [refuse('place-parent-missing', { id, name, parent })]
    return climbsInCircle(place, byId) ? [refuse('place-parent-circular', { id, name, parent })] : []
  })
}

function climbsInCircle(start: PlaceLine, byId: ReadonlyMap<string, PlaceLine>): boolean {
  const seen = new Set<string>()
  for (let at: PlaceLine | undefined = start; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
    if (seen.has(at.id)) return true
    seen.add(at.id)
  }
  return false
}

/** BS-2.2-02 (4+X): a hall or centre has at least the windows the pack requires; what it adds is its own X. */
export function windowSetProblem(
  place: Pick<Place, 'id' | 'kind'>,
  windows: readonly Pick<Window, 'place' | 'kind'>[],
  required: readonly string[],
): OrganisationRefusal | undefined {
  if (place.kind !== 'hall' && place.kind !== 'centre') return undefined
  const kinds = new Set(windows.filter((window) => window.place === place.id).map((window) => window.kind))
  const missing = required.filter((kind) => !kinds.has(kind))
  return missing.length > 0
    ? refuse('window-set-incomplete', { id: place.id, missing }, 'BS-2.2-02')
    : undefined
}

/** No two places of an area may go by one name: whoever is sent to one must not end up at the other. */
export function nameProblems(
  places: readonly Pick<Place, 'id' | 'name' | 'validTo'>[],
): OrganisationRefusal[] {
  const named = Map.groupBy(
    places.filter(({ validTo }) => validTo === null),
    ({ name }) => name,
  )
  return [...named.values()].flatMap(([first, ...others]) =>
    others.map(({ id, name }) => refuse('place-name-twice', { id, name, also: first!.id })),
  )
}

/**
 * What a window of this kind takes in. Undifferentiated (无差别, 全科) windows take any resident item; divided by domain
 * (分领域), a window refuses what is another's and names the windows it belongs to.
 */
export function windowProblem(
  model: { undifferentiated: boolean; kinds: Readonly<Record<string, string>>; domains?: DomainsOfKinds },
  window: Pick<Window, 'kind'>,
  domain: string,
): OrganisationRefusal | undefined {
  const { undifferentiated, domains, kinds } = model
  const own = domains?.[window.kind]
  if (undifferentiated || own === undefined || own.includes(domain)) return undefined
  const takers = Object.keys(kinds).filter((kind) => domains?.[kind]?.includes(domain))
  return refuse('window-other-matters', { windows: takers.map((kind) => `${kinds[kind]}窗口`) })
}

type DomainsOfKinds = Readonly<Record<string, readonly string[]>>

/** BS-2.7-02: one or two comprehensive windows at a station; the bounds are the pack's. */
export function stationWindowProblem(
  place: Pick<Place, 'id' | 'kind'>,
  windows: readonly Pick<Window, 'place'>[],
  bounds: { min: number; max: number },
): OrganisationRefusal | undefined {
  if (place.kind !== 'station') return undefined
  const count = windows.filter((window) => window.place === place.id).length
  return count >= bounds.min && count <= bounds.max
    ? undefined
    : refuse('station-window-count', { id: place.id, count, ...bounds })
}
