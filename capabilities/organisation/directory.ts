import { Value } from 'typebox/value'
import { OpeningHours, type Place, type PlaceKind } from './contract/place.ts'
import { regionTree } from './model/region-tree.ts'
import { standardOf } from './model/standards.ts'
import type { OrganisationReader } from './store/reader.ts'
import { openingHoursSentence } from './words.ts'

export interface RegionEntry {
  code: string
  name: string
  children: { code: string; name: string }[]
}

export interface PlaceEntry {
  id: string
  name: string
  tier: PlaceKind
  region: string
  address: string
  hours: string
  phone: string
}

/** Towns and streets with their villages and communities, as a form or a guide offers them. */
export async function regionDirectory(
  read: OrganisationReader,
  area: string,
  day: string,
): Promise<RegionEntry[]> {
  const tree = regionTree(await read.regions(area, day))
  const named = ({ code, name }: { code: string; name: string }) => ({ code, name })
  return tree.all
    .filter((region) => region.tier === 5)
    .map((town) => ({ ...named(town), children: tree.children(town.code).map(named) }))
}

/** Halls and centres, and with a region also the stations in it: what people need to get there. */
export async function placeDirectory(
  read: OrganisationReader,
  area: string,
  day: string,
  region?: string,
): Promise<PlaceEntry[]> {
  const all = await read.places(area, day)
  const defaults = (await read.pack(area))?.body.parameters.openingHours.value
  const byId = new Map(all.map((place) => [place.id, place]))
  const inside = region && withoutZeros(region)
  const shown = ({ kind, region: at }: Place) =>
    kind === 'hall' || kind === 'centre' || (inside !== undefined && at.startsWith(inside))
  return all.filter(shown).map((place) => {
    const usual = defaults?.[place.kind] ?? defaults?.station
    const { value } = standardOf('openingHours', place.id, byId, usual)
    const { id, name, kind, address, phone } = place
    const hours = openingHoursSentence(
      Value.Check(OpeningHours, value) ? value : { workday: [], saturday: [] },
    )
    return { id, name, tier: kind, region: place.region, address, hours, phone }
  })
}

/** The digits a region and all below it share: six of a county, nine of a town, all twelve of a village. */
function withoutZeros(code: string): string {
  return code.replace(/(000000|000)$/, '')
}
