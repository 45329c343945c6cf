import { isInForce } from '#engine/power/grant.ts'
import type { ApprovedException, ItemAtWork, ResidencyGround } from './ground.ts'

/** Why a place does not take a matter in. */
export type Lack = 'not-offered' | 'no-window' | 'window-closed' | 'no-power'

export interface ResidencyLine {
  item: ItemAtWork
  /** The body whose matter it is; none for what each town decides. */
  unit?: string
  standing: 'resident' | 'excepted' | 'missing'
  /** Places that take it in. */
  bound: readonly string[]
  lacking: readonly { place: string; why: Lack }[]
  exception?: ApprovedException
}

export interface Rate {
  key: string
  /** What counts: excepted matters are taken out (DW-3.2.4-02). */
  of: number
  resident: number
  excepted: number
  missing: number
  /** In tenths of a percent; nothing to count is a full rate. */
  permille: number
}

export interface Residency {
  lines: readonly ResidencyLine[]
  total: Rate
  byType: readonly Rate[]
  byDomain: readonly Rate[]
  byPlace: readonly Rate[]
}

/** Target of every plan that names one (DW-3.2.4-01, YY-1.2.2-07, BS-2.1-04): all of them. */
export const TARGET_PERMILLE = 1000

/** Which matters of the area are at a window (应进必进), which stay away with leave, and which are missing. */
export function residencyOf(items: readonly ItemAtWork[], ground: ResidencyGround): Residency {
  const lines = items.map((item) => lineOf(item, ground))
  const named = (key: string, some: readonly ResidencyLine[]) =>
    rateOf(
      key,
      some.map(({ standing }) => standing),
    )
  const groups = (by: (line: ResidencyLine) => string) =>
    [...Map.groupBy(lines, by)]
      .map(([key, some]) => named(key, some))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return {
    lines,
    total: named('all', lines),
    byType: groups(({ item }) => item.itemType),
    byDomain: groups(({ item }) => item.domain),
    byPlace: ground.places.flatMap(({ id }) => {
      const standings = lines.flatMap(({ bound, lacking, exception }) =>
        bound.includes(id)
          ? ['resident' as const]
          : lacking.some(({ place }) => place === id)
            ? [exception ? ('excepted' as const) : ('missing' as const)]
            : [],
      )
      return standings.length === 0 ? [] : [rateOf(id, standings)]
    }),
  }
}

export function rateOf(key: string, standings: readonly ResidencyLine['standing'][]): Rate {
  const count = (wanted: ResidencyLine['standing']) => standings.filter((one) => one === wanted).length
  const [resident, excepted, missing] = [count('resident'), count('excepted'), count('missing')]
  const of = resident + missing
  return {
    key,
    of,
    resident,
    excepted,
    missing,
    permille: of === 0 ? 1000 : Math.floor((resident * 1000) / of),
  }
}

function lineOf(item: ItemAtWork, ground: ResidencyGround): ResidencyLine {
  const asked = placesFor(item, ground).map((place) => ({ place, why: lackOf(item, place, ground) }))
  const lacking = asked.flatMap(({ place, why }) => (why === undefined ? [] : [{ place: place.id, why }]))
  const exception = ground.exceptions.find((each) => each.item === item.id)
  const unit = item.decidingBody.kind === 'body' ? item.decidingBody.body : undefined
  const missing = lacking.length > 0 || asked.length === 0
  return {
    item,
    ...(unit === undefined ? {} : { unit }),
    standing: missing ? (exception ? 'excepted' : 'missing') : 'resident',
    bound: asked.flatMap(({ place, why }) => (why === undefined ? [place.id] : [])),
    lacking,
    ...(exception && missing ? { exception } : {}),
  }
}

/**
 * Where it has to be: what is the towns' own or was handed down to them at every centre (LS-2.3-01, LS-2.3-05), anything else at the
 * hall, or, where it is offered at centres alone, at all of them (DW-3.2.4-01: 大厅或街道（镇）中心).
 */
function placesFor(item: ItemAtWork, { places, towns }: ResidencyGround) {
  const { kind, townsOnly } = item.decidingBody
  const ofTowns = kind === 'town' || item.ownerTier === 'town' || item.ownerTier === 'county-to-town'
  const atCentres = ofTowns || (item.entryModes.hall === undefined && item.entryModes.centre !== undefined)
  if (!atCentres) return places.filter((place) => place.kind === 'hall')
  const streets = new Set(towns.filter(({ street }) => street).map(({ id }) => id))
  return places.filter((place) => place.kind === 'centre' && !(townsOnly && streets.has(place.owner)))
}

function lackOf(
  { id, domain, entryModes }: ItemAtWork,
  place: ResidencyGround['places'][number],
  { windows, closed, takes, posts, grants, day }: ResidencyGround,
): Lack | undefined {
  if (entryModes[place.kind as 'hall' | 'centre'] === undefined) return 'not-offered'
  const here = (window: (typeof windows)[number]) => window.place === place.id && takes(window, domain)
  const open = windows.filter(here)
  if (open.length === 0) return closed.some(here) ? 'window-closed' : 'no-window'
  // Whoever runs the place, and whoever sends clerks of its own to one of these windows.
  const sitting = posts.filter(
    ({ window, roles }) => roles.includes('window-clerk') && open.some((each) => each.id === window),
  )
  const takers = new Set([place.owner, ...sitting.map(({ body }) => body)])
  const may = grants.some(
    (grant) =>
      grant.item === id &&
      takers.has(grant.body) &&
      grant.powers.includes('accept') &&
      (grant.place === '*' || grant.place === place.id) &&
      isInForce(grant, day),
  )
  return may ? undefined : 'no-power'
}
