import type { OrganisationPack } from '../contract/pack.ts'
import type { Place, PlaceKind, ServedRegion, Window } from '../contract/place.ts'
import { fillPattern, villageShortName } from './naming.ts'
import { parentCode } from './region-tree.ts'

type PackPlace = Omit<Place, 'version'> & { serves: string[]; windows: string[] }
type PackRegion = OrganisationPack['regions']['regions'][number]

export interface PackPlaces {
  places: Omit<Place, 'version'>[]
  windows: Omit<Window, 'version'>[]
  served: ServedRegion[]
}

/**
 * One hall, one centre per town or street, one station or point per village or community, named by the pack's patterns:
 * three hundred rows follow from the region list and need no hand. The place of a region that has ended ends with it.
 */
export function placesFromPack(pack: OrganisationPack): PackPlaces {
  const regionNames = new Map(pack.regions.regions.map((region) => [region.code, region.name]))
  const points: Points = new Map((pack.places.points ?? []).map((point) => [point.region, point]))
  const generated = pack.regions.regions
    .filter((region) => inArea(pack, region))
    .flatMap((region) => {
      const kind = kindOf(pack, region, points)
      return kind && pack.places.generate.includes(kind)
        ? [placeOf(pack, region, kind, regionNames, points.get(region.code))]
        : []
    })
  const all = withExceptions(pack, generated)
  return {
    places: all.map(({ serves: _serves, windows: _windows, ...place }) => place),
    windows: all.flatMap((place) => windowsOf(pack, place)),
    served: all.flatMap(({ id, serves, validFrom, validTo }) =>
      serves.map((region) => ({ region, place: id, validFrom, validTo })),
    ),
  }
}

type Point = NonNullable<OrganisationPack['places']['points']>[number]
type Points = ReadonlyMap<string, Point>

/** The hall stands in the area's own region, a city's as a county's; a city has no hall in each of its counties. */
function kindOf(
  { pack }: OrganisationPack,
  { code, tier }: PackRegion,
  points: Points,
): PlaceKind | undefined {
  if (code === pack.area.adminCode) return 'hall'
  if (tier === 5) return 'centre'
  if (tier === 6) return points.has(code) ? 'point' : 'station'
  return undefined
}

/** A city's code ends in zeros where a county's has digits. */
function inArea({ pack }: OrganisationPack, region: PackRegion): boolean {
  return region.code.startsWith(pack.area.adminCode.slice(0, 6).replace(/(00)+$/, ''))
}

function placeOf(
  pack: OrganisationPack,
  region: PackRegion,
  kind: PlaceKind,
  names: Map<string, string>,
  point?: Point,
): PackPlace {
  const { naming, constructionOwner, windowModel } = pack.pack.parameters
  const inVillage = kind === 'station' || kind === 'point'
  const townCode = inVillage ? (parentCode(region.code) ?? '') : region.code
  const words = {
    county: names.get(pack.pack.area.adminCode) ?? pack.pack.area.name,
    town: names.get(townCode) ?? '',
    townNo: townCode.slice(6, 9),
    village: inVillage ? villageShortName(region.name, naming.value.villageShortNames) : '',
  }
  const owner = constructionOwner.value[kind] ?? constructionOwner.value.station
  const contact = pack.places.contacts[kind] ?? pack.places.contacts.station
  return {
    area: pack.pack.area.code,
    id: placeId(kind, region.code),
    kind,
    name: point?.name ?? fillPattern(naming.value[kind] ?? naming.value.station, words),
    region: region.code,
    parent: point?.station ?? parentPlace(pack, kind, region.code),
    owner: owner === 'town' ? `town-${townCode.slice(0, 9)}` : owner,
    address: fillPattern(contact.address, words),
    phone: fillPattern(contact.phone, words),
    supervisionPhone: pack.places.contacts.supervisionPhone,
    synthetic: pack.places.contacts.synthetic,
    standards: {},
    validFrom: [pack.places.validFrom, region.validFrom].toSorted().at(-1)!,
    validTo: region.validTo ?? null,
    serves: [region.code],
    windows: kind === 'point' ? [] : windowModel.value[kind],
  }
}

const ID_DIGITS = { hall: 6, centre: 9, station: 12, point: 12 } as const

function placeId(kind: PlaceKind, code: string): string {
  return `${kind}-${code.slice(0, ID_DIGITS[kind])}`
}

function parentPlace({ pack }: OrganisationPack, kind: PlaceKind, code: string): string | null {
  if (kind === 'hall') return null
  return kind === 'centre' ? placeId('hall', pack.area.adminCode) : placeId('centre', code)
}

/** Joint stations (联合设站): a village on another place's list loses the station the pattern would give it. */
function withExceptions({ places: file }: OrganisationPack, generated: PackPlace[]): PackPlace[] {
  const exceptions = new Map(file.exceptions.map((exception) => [exception.id, exception]))
  const taken = new Map(
    file.exceptions.flatMap(({ id, serves }) => (serves ?? []).map((region) => [region, id])),
  )
  return generated
    .map((place) => {
      const { id: _id, nameBasis: _basis, ...own } = exceptions.get(place.id) ?? { id: place.id }
      const merged = { ...place, ...own }
      return {
        ...merged,
        serves: merged.serves.filter((region) => (taken.get(region) ?? place.id) === place.id),
      }
    })
    .filter(({ serves }) => serves.length > 0)
}

function windowsOf({ pack }: OrganisationPack, place: PackPlace): Omit<Window, 'version'>[] {
  const { kinds, undifferentiated } = pack.parameters.windowModel.value
  return place.windows.map((kind, index) => ({
    area: place.area,
    id: `${place.id}-w${index + 1}`,
    place: place.id,
    no: index + 1,
    name: `${index + 1}号${kinds[kind] ?? kind}窗口`,
    kind,
    undifferentiated,
    validFrom: place.validFrom,
    validTo: place.validTo,
  }))
}
