import { Type as T, type Static } from 'typebox'
import { Body } from './body.ts'
import type { CalendarYear } from './calendar.ts'
import { Day, Id, RegionCode, text } from './dates.ts'
import { Duty } from './duty.ts'
import { OpeningHours, PLACE_KINDS } from './place.ts'
import { RegionType, Tier } from './region.ts'

const ByKind = <S extends T.TSchema>(schema: S) =>
  T.Object({ hall: schema, centre: schema, station: schema }, { additionalProperties: false })

/** A policy value with the clauses it rests on; `assumed` marks what the source document leaves open [K]. */
const Parameter = <S extends T.TSchema>(value: S) =>
  T.Object(
    {
      value,
      clauses: T.Array(T.String({ pattern: '^[A-Z]{2}-[0-9.]+-\\d{2}$' })),
      certainty: T.Enum(['stated', 'assumed']),
      note: T.Optional(text(400)),
    },
    { additionalProperties: false },
  )

const Separation = T.Enum(['may-coincide', 'must-differ'])

/** What this capability reads itself is typed; the other parameters are typed by the capability that obeys them. */
export const PackParameters = T.Object({
  naming: Parameter(
    T.Object({
      hall: text(60),
      centre: text(60),
      station: text(60),
      villageShortNames: T.Array(T.Object({ ends: text(20), becomes: T.String({ maxLength: 20 }) })),
    }),
  ),
  windowModel: Parameter(
    T.Object({
      label: text(20),
      undifferentiated: T.Boolean(),
      kinds: T.Record(T.String(), text(20)),
      /** Labels no hall and no centre may be without; X is what a place adds. */
      required: T.Array(Id),
      hall: T.Array(Id),
      centre: T.Array(Id),
      station: T.Array(Id),
      stationWindows: T.Object({ min: T.Integer({ minimum: 0 }), max: T.Integer({ minimum: 0 }) }),
    }),
  ),
  openingHours: Parameter(ByKind(OpeningHours)),
  constructionOwner: Parameter(ByKind(Id)),
  supplementWorkingDays: Parameter(T.Integer({ minimum: 1, maximum: 90 })),
  /** 行政许可法第四十四条 allows ten working days; an area may only promise less. */
  deliveryWorkingDays: Parameter(T.Integer({ minimum: 1, maximum: 10 })),
  /** 一窗综合办理 (BS-2.2-03): whether comprehensive windows only accept, or decide as well. */
  integratedHandling: T.Optional(Parameter(T.Enum(['accept-only', 'accept-and-decide']))),
  toleratedGapWorkingDays: T.Optional(Parameter(T.Integer({ minimum: 1, maximum: 90 }))),
  roleSeparation: T.Optional(
    Parameter(
      T.Object({ acceptAndReview: Separation, reviewAndApprove: Separation, acceptAndApprove: Separation }),
    ),
  ),
})
export type PackParameters = Static<typeof PackParameters> &
  Record<string, { value: unknown; clauses: string[]; certainty: 'stated' | 'assumed'; note?: string }>

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
export type PackFile = Omit<Static<typeof PackFile>, 'parameters'> & { parameters: PackParameters }

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
export const RegionsFile = T.Object({ source: T.Unknown(), regions: T.Array(PackRegion, { maxItems: 5000 }) })
export type RegionsFile = Static<typeof RegionsFile>

const Contact = T.Object({ address: text(200), phone: text(30) })
export const PlacesFile = T.Object({
  source: T.Unknown(),
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
export const BodiesFile = T.Object({ source: T.Unknown(), bodies: T.Array(PackBody, { maxItems: 1000 }) })
export type BodiesFile = Static<typeof BodiesFile>

export const DutiesFile = T.Object({
  source: T.Unknown(),
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
}
