import { Type as T, type Static } from 'typebox'
import { Body, BodyKind } from './body.ts'
import type { CalendarYear, LocalHoliday } from './calendar.ts'
import { Day, Id, RegionCode, text } from './dates.ts'
import { Duty } from './duty.ts'
import { PackParameters } from './parameters.ts'
import { PLACE_KINDS } from './place.ts'
import { RegionType, Tier } from './region.ts'
import { Source } from './source.ts'
import { Succession } from './succession.ts'

export { PackParameters, Target } from './parameters.ts'
export { Source } from './source.ts'

/** 县区 or 市: the owning code is given once and never changes, the administrative code is what it is called today. */
const PackArea = T.Object({
  code: T.String({ pattern: '^\\d{6}$' }),
  name: text(60),
  adminCode: RegionCode,
  validFrom: Day,
})
export type PackArea = Static<typeof PackArea>

export const PackFile = T.Object({
  id: Id,
  title: text(200),
  version: T.Integer({ minimum: 1 }),
  area: PackArea,
  /** The counties under a city's plan: each is an area of its own under the same parameters. */
  counties: T.Optional(T.Array(PackArea, { minItems: 1, maxItems: 40 })),
  source: T.Object({
    title: text(300),
    documentNo: text(60),
    issuedBy: text(120),
    issuedOn: Day,
    higherBasis: T.Array(text(60)),
    clausePrefix: T.String({ pattern: '^[A-Z]{2}$' }),
    /** The clause that makes items resident at the windows (应进必进): what grants of acceptance rest on. */
    residencyClause: T.Optional(T.String({ pattern: '^[A-Z]{2}-[0-9.]+-\\d{2}$' })),
  }),
  parameters: PackParameters,
})
export type PackFile = Static<typeof PackFile>

/** 更名、合并、拆分、改隶、改码: who took over whose ground, and on which day. */
const PackSuccession = T.Omit(Succession, ['subject'])

const PackRegion = T.Object(
  {
    code: RegionCode,
    name: text(80),
    type: RegionType,
    tier: Tier,
    validFrom: Day,
    validTo: T.Optional(Day),
    successorCode: T.Optional(RegionCode),
  },
  { additionalProperties: false },
)
/** 12,000 is more than any county has; a city's pack has one file a county. */
export const RegionsFile = T.Object({
  source: Source,
  regions: T.Array(PackRegion, { maxItems: 12_000 }),
  successions: T.Optional(T.Array(PackSuccession, { maxItems: 12_000 })),
})
export type RegionsFile = Static<typeof RegionsFile>

const Contact = T.Object({ address: text(200), phone: text(30) })
export const PlacesFile = T.Object({
  source: Source,
  contacts: T.Object({
    hall: Contact,
    centre: Contact,
    station: Contact,
    point: T.Optional(Contact),
    supervisionPhone: text(30),
    synthetic: T.Boolean(),
  }),
  generate: T.Array(T.Enum([...PLACE_KINDS])),
  /** Villages that have a point (便民服务点) under their town's centre, or under a neighbour's station, instead of a station. */
  points: T.Optional(
    T.Array(
      T.Object(
        { region: RegionCode, station: T.Optional(Id), name: T.Optional(text(120)) },
        { additionalProperties: false },
      ),
      { maxItems: 12_000 },
    ),
  ),
  /** Places that were renamed, merged or split since. */
  successions: T.Optional(T.Array(PackSuccession, { maxItems: 2000 })),
  validFrom: Day,
  /** Real particulars, or a station shared by several villages, replace what the naming pattern gives. */
  exceptions: T.Array(
    T.Object(
      {
        id: Id,
        name: T.Optional(text(120)),
        /** Why this place is not called what the plan's pattern calls it. */
        nameBasis: T.Optional(text(200)),
        address: T.Optional(text(200)),
        phone: T.Optional(text(30)),
        supervisionPhone: T.Optional(text(30)),
        synthetic: T.Optional(T.Boolean()),
        windows: T.Optional(T.Array(Id, { maxItems: 99 })),
        /** The whole list of regions this place serves; places left with none are not generated. */
        serves: T.Optional(T.Array(RegionCode, { maxItems: 99 })),
        standards: T.Optional(T.Record(T.String(), T.Unknown())),
      },
      { additionalProperties: false },
    ),
  ),
})
export type PlacesFile = Static<typeof PlacesFile>

const PackBody = T.Omit(Body, ['area', 'version', 'validTo'])
export type PackBody = Static<typeof PackBody>

/**
 * A body as a pack writes it. Left out, the region is that of the area, and the credit code is a synthetic one made of
 * the id. `{county}` in a name is the area's, so that a city writes the bodies of its counties once.
 */
const { region, creditCode, syntheticCode, ...given } = PackBody.properties
const WrittenBody = T.Object(
  {
    ...given,
    region: T.Optional(region),
    creditCode: T.Optional(creditCode),
    syntheticCode: T.Optional(syntheticCode),
  },
  { additionalProperties: false },
)
export type WrittenBody = Static<typeof WrittenBody>

const TownName = T.Object(
  { name: text(120), shortName: text(60), kind: BodyKind },
  { additionalProperties: false },
)

/** The governments of all towns and street offices, named by pattern: `{county}`, `{town}`. */
const TownBodies = T.Object(
  {
    names: T.Object(
      {
        town: TownName,
        street: T.Optional(TownName),
        township: T.Optional(TownName),
        special: T.Optional(TownName),
      },
      { additionalProperties: false },
    ),
    parent: Id,
    certainty: T.Enum(['stated', 'assumed']),
    validFrom: Day,
  },
  { additionalProperties: false },
)

export const BodiesFile = T.Object({
  source: Source,
  bodies: T.Array(WrittenBody, { maxItems: 1000 }),
  /** In a city's pack: the bodies every county has. */
  countyBodies: T.Optional(T.Array(WrittenBody, { maxItems: 200 })),
  towns: T.Optional(TownBodies),
  /** Bodies that were renamed, merged or split since. */
  successions: T.Optional(T.Array(PackSuccession, { maxItems: 500 })),
})
export type BodiesFile = Static<typeof BodiesFile>

/** The bodies of one area, every one whole. */
export interface AreaBodies {
  source: Static<typeof Source>
  bodies: PackBody[]
  successions?: Static<typeof PackSuccession>[]
}

const { acts, validTo: _open, ...said } = Duty.properties
const WrittenDuty = T.Object(
  {
    ...said,
    acts: T.Optional(acts),
    /** In a city's pack: a line of the city alone, or of its counties alone. */
    of: T.Optional(T.Enum(['city', 'counties'])),
  },
  { additionalProperties: false },
)

export const DutiesFile = T.Object({
  source: Source,
  duties: T.Array(WrittenDuty, { maxItems: 500 }),
})
export type DutiesFile = Static<typeof DutiesFile>

/** What a pack says of one area; a city's pack says it of the city and of each county. */
export interface OrganisationPack {
  pack: PackFile
  regions: RegionsFile
  places: PlacesFile
  bodies: AreaBodies
  duties: DutiesFile
  calendar: CalendarYear[]
  /** Days off of the area alone (地方节假日). */
  localHolidays?: LocalHoliday[]
}
