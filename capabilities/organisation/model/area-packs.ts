import type {
  AreaBodies,
  BodiesFile,
  DutiesFile,
  OrganisationPack,
  PackArea,
  PackBody,
  PackFile,
  PlacesFile,
  RegionsFile,
} from '../contract/pack.ts'
import type { CalendarYear, LocalHoliday } from '../contract/calendar.ts'
import { demoCreditCode } from './credit-code.ts'
import { fillPattern } from './naming.ts'

/** The files of a pack folder as they were read. */
export interface PackFiles {
  pack: PackFile
  regions: RegionsFile
  /** Towns and villages of each county of a city, by the county's area code (`places/regions/371502.json`). */
  countyRegions: ReadonlyMap<string, RegionsFile>
  places: PlacesFile
  bodies: BodiesFile
  duties: DutiesFile
  calendar: CalendarYear[]
  localHolidays?: LocalHoliday[]
}

/**
 * What a pack says of each of its areas, the city's own first: one for a county's pack, nine for a city of eight
 * counties. Everything downstream works on one area at a time.
 */
export function areaPacks(files: PackFiles): OrganisationPack[] {
  const { area, counties = [] } = files.pack
  const bodiesOf = (of: PackArea) => (of.code === area.code ? files.bodies.bodies : countyBodies(files))
  return [area, ...counties].map((of) => {
    const regions = regionsOf(files, of)
    const { countyRegions: _byCounty, ...shared } = files
    return {
      ...shared,
      pack: { ...files.pack, area: of },
      regions,
      places: placesOf(files, of),
      bodies: wholeBodies(files.bodies, bodiesOf(of), of, regions),
      duties: dutiesOf(files.duties, of.code === area.code ? 'city' : 'counties'),
    }
  })
}

/** Where only one of the two tiers has the body that is named. */
const dutiesOf = ({ source, duties }: DutiesFile, tier: 'city' | 'counties'): DutiesFile => ({
  source,
  duties: duties.filter(({ of = tier }) => of === tier).map(({ of: _tier, ...duty }) => duty),
})

const countyBodies = ({ bodies }: PackFiles) => bodies.countyBodies ?? bodies.bodies

/** Of a city's region list a county takes only what it lies in, then its own towns and villages. */
function regionsOf({ regions, countyRegions }: PackFiles, { code, adminCode }: PackArea): RegionsFile {
  const own = countyRegions.get(code)
  if (own === undefined) return regions
  const known = new Set(own.regions.map((region) => region.code))
  const above = regions.regions.filter(
    (region) =>
      !known.has(region.code) &&
      (region.tier < 4 || region.code === adminCode || region.code.slice(0, 6) === code),
  )
  return {
    source: own.source,
    regions: [...above, ...own.regions],
    ...(own.successions ? { successions: own.successions } : {}),
  }
}

/** Exceptions and points of other counties are theirs. */
function placesOf({ places }: PackFiles, { code, adminCode }: PackArea): PlacesFile {
  const own = [code, adminCode].map((each) => each.replace(/(00)+$/, ''))
  const isOwn = (id: string) => own.some((start) => id.replace(/^\D+/, '').startsWith(start))
  return {
    ...places,
    exceptions: places.exceptions.filter(({ id }) => isOwn(id)),
    ...(places.points ? { points: places.points.filter(({ region }) => isOwn(region)) } : {}),
  }
}

function wholeBodies(
  file: BodiesFile,
  written: BodiesFile['bodies'],
  { code, name, adminCode }: PackArea,
  { regions }: RegionsFile,
): AreaBodies {
  const county = regions.find((region) => region.code === adminCode)?.name ?? name
  const own = written.map((body): PackBody => {
    const { region = adminCode, syntheticCode = body.creditCode === undefined } = body
    const creditCode = body.creditCode ?? demoCreditCode(code, body.id, body.kind)
    return {
      ...body,
      name: fillPattern(body.name, { county }),
      shortName: fillPattern(body.shortName, { county }),
      region,
      creditCode,
      syntheticCode,
    }
  })
  const bodies = [...own, ...townBodies(file, code, county, own, regions)]
  return { source: file.source, bodies, ...(file.successions ? { successions: file.successions } : {}) }
}

/** One government or office a town; a town that is written out in the file is left as it stands there. */
function townBodies(
  { towns }: BodiesFile,
  area: string,
  county: string,
  written: readonly PackBody[],
  regions: RegionsFile['regions'],
): PackBody[] {
  if (towns === undefined) return []
  const taken = new Set(written.filter(({ tier }) => tier === 5).map(({ region }) => region))
  return regions
    .filter(({ tier, validTo, code }) => tier === 5 && validTo === undefined && !taken.has(code))
    .map((town) => {
      const pattern = towns.names[town.type as keyof typeof towns.names] ?? towns.names.town
      const id = `town-${town.code.slice(0, 9)}`
      const words = { county, town: town.name }
      return {
        id,
        name: fillPattern(pattern.name, words),
        shortName: fillPattern(pattern.shortName, words),
        kind: pattern.kind,
        tier: 5 as const,
        region: town.code,
        parent: towns.parent,
        creditCode: demoCreditCode(area, id, pattern.kind),
        syntheticCode: true,
        certainty: towns.certainty,
        validFrom: towns.validFrom,
      }
    })
}
