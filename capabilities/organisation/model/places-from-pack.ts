import type { OrganisationPack } from '../contract/pack.ts'
import type { Place, PlaceKind, ServedRegion, Window } from '../contract/place.ts'
import { fillPattern, villageShortName } from './naming.ts'
import { parentCode } from './region-tree.ts'

type PackPlace = Omit<Place, 'version' | 'validTo'> & { serves: string[]; windows: string[] }
type PackRegion = OrganisationPack['regions']['regions'][number]

export interface PackPlaces {
  places: Omit<Place, 'version' | 'validTo'>[]
  windows: Omit<Window, 'version' | 'validTo'>[]
  served: Omit<ServedRegion, 'validTo'>[]
}

/**
 * One hall, one centre per town or street, one station per village or community, named by the pack's patterns:
 * three hundred rows follow from the region list and need no hand.
 */
export function placesFromPack(pack: OrganisationPack): PackPlaces {
  const current = pack.regions.regions.filter((region) => !region.validTo)
  const regionNames = new Map(current.map((region) => [region.code, region.name]))
  const generated = current
    .map((region) => ({ region, kind: kindOf(region) }))
    .filter(({ region, kind }) => kind && pack.places.generate.includes(kind) && inArea(pack, region))
    .map(({ region, kind }) => placeOf(pack, region, kind as GeneratedKind, regionNames))
  const all = withExceptions(pack, generated)
  const validFrom = pack.places.validFrom
  return {
    places: all.map(({ serves: _serves, windows: _windows, ...place }) => place),
    windows: all.flatMap((place) => windowsOf(pack, place)),
    served: all.flatMap(({ id, serves }) => serves.map((region) => ({ region, place: id, validFrom }))),
  }
}

type GeneratedKind = Exclude<PlaceKind, 'point'>

function kindOf({ tier }: PackRegion): GeneratedKind | undefined {
  return tier === 4 ? 'hall' : tier === 5 ? 'centre' : tier === 6 ? 'station' : undefined
}

const inArea = ({ pack }: OrganisationPack, region: PackRegion) =>
  region.code.startsWith(pack.area.adminCode.slice(0, 6))

function placeOf(
  pack: OrganisationPack,
  region: PackRegion,
  kind: GeneratedKind,
  names: Map<string, string>,
): PackPlace {
  const { naming, constructionOwner, windowModel } = pack.pack.parameters
  const townCode = kind === 'station' ? (parentCode(region.code) ?? '') : region.code
  const words = {
    county: names.get(pack.pack.area.adminCode) ?? pack.pack.area.name,
    town: names.get(townCode) ?? '',
    townNo: townCode.slice(6, 9),
    village: kind === 'station' ? villageShortName(region.name, naming.value.villageShortNames) : '',
  }
  const owner = constructionOwner.value[kind]
  const contact = pack.places.contacts[kind]
  return {
    area: pack.pack.area.code,
    id: placeId(kind, region.code),
    kind,
    name: fillPattern(naming.value[kind], words),
    region: region.code,
    parent: parentPlace(pack, kind, region.code),
    owner: owner === 'town' ? `town-${townCode.slice(0, 9)}` : owner,
    address: fillPattern(contact.address, words),
    phone: fillPattern(contact.phone, words),
    supervisionPhone: pack.places.contacts.supervisionPhone,
    synthetic: pack.places.contacts.synthetic,
    standards: {},
    validFrom: pack.places.validFrom,
    serves: [region.code],
    windows: windowModel.value[kind],
  }
}

const ID_DIGITS = { hall: 6, centre: 9, station: 12 } as const

function placeId(kind: GeneratedKind, code: string): string {
  return `${kind}-${code.slice(0, ID_DIGITS[kind])}`
}

function parentPlace({ pack }: OrganisationPack, kind: GeneratedKind, code: string): string | null {
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
      const { id: _id, ...own } = exceptions.get(place.id) ?? { id: place.id }
      const merged = { ...place, ...own }
      return {
        ...merged,
        serves: merged.serves.filter((region) => (taken.get(region) ?? place.id) === place.id),
      }
    })
    .filter(({ serves }) => serves.length > 0)
}

function windowsOf(
  { pack, places }: OrganisationPack,
  place: PackPlace,
): Omit<Window, 'version' | 'validTo'>[] {
  const { kinds, undifferentiated } = pack.parameters.windowModel.value
  return place.windows.map((kind, index) => ({
    area: place.area,
    id: `${place.id}-w${index + 1}`,
    place: place.id,
    no: index + 1,
    name: `${index + 1}号${kinds[kind] ?? kind}窗口`,
    kind,
    undifferentiated,
    validFrom: places.validFrom,
  }))
}
