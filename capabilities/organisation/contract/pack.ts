import { Type as T, type Static } from 'typebox'
import { Body } from './body.ts'
import type { CalendarYear, LocalHoliday } from './calendar.ts'
import { Day, Id, RegionCode, text } from './dates.ts'
import { Duty } from './duty.ts'
import { PackParameters } from './parameters.ts'
import { PLACE_KINDS } from './place.ts'
import { RegionType, Tier } from './region.ts'
import { Source } from './source.ts'

export { PackParameters, Target } from './parameters.ts'
export { Source } from './source.ts'

export const PackFile = T.Object({
  id: Id,
  title: text(200),
  version: T.Integer({ minimum: 1 }),
  area: T.Object({
    code: T.String({ pattern: '^\\d{6}$' }),
    name: text(60),
    adminCode: RegionCode,
    validFrom: Day,
  }),
  source: T.Object({
    title: text(300),
    documentNo: text(60),
    issuedBy: text(120),
    issuedOn: Day,
    higherBasis: T.Array(text(60)),
    clausePrefix: T.String({ pattern: '^[A-Z]{2}$' }),
  }),
  parameters: PackParameters,
})
export type PackFile = Static<typeof PackFile>

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
export const RegionsFile = T.Object({ source: Source, regions: T.Array(PackRegion, { maxItems: 5000 }) })
export type RegionsFile = Static<typeof RegionsFile>

const Contact = T.Object({ address: text(200), phone: text(30) })
export const PlacesFile = T.Object({
  source: Source,
  contacts: T.Object({
    hall: Contact,
    centre: Contact,
    station: Contact,
    supervisionPhone: text(30),
    synthetic: T.Boolean(),
  }),
  generate: T.Array(T.Enum([...PLACE_KINDS])),
  validFrom: Day,
  /** Real particulars, or a station shared by several villages, replace what the naming pattern gives. */
  exceptions: T.Array(
    T.Object(
      {
        id: Id,
        name: T.Optional(text(120)),
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
export const BodiesFile = T.Object({ source: Source, bodies: T.Array(PackBody, { maxItems: 1000 }) })
export type BodiesFile = Static<typeof BodiesFile>

export const DutiesFile = T.Object({
  source: Source,
  duties: T.Array(T.Omit(Duty, ['validTo']), { maxItems: 500 }),
})
export type DutiesFile = Static<typeof DutiesFile>

export interface OrganisationPack {
  pack: PackFile
  regions: RegionsFile
  places: PlacesFile
  bodies: BodiesFile
  duties: DutiesFile
  calendar: CalendarYear[]
  /** Days off of the area alone (地方节假日). */
  localHolidays?: LocalHoliday[]
}
