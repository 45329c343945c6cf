import { Type as T, type Static } from 'typebox'
import { Id, RegionCode, Validity, text } from './dates.ts'

/** 政务服务大厅, 便民服务中心, 便民服务站, 便民服务点. */
export const PLACE_KINDS = ['hall', 'centre', 'station', 'point'] as const
export const PlaceKind = T.Enum([...PLACE_KINDS])
export type PlaceKind = Static<typeof PlaceKind>

const Hour = T.String({ pattern: '^([01]\\d|2[0-4]):[0-5]\\d$' })
const Span = T.Object(
  { from: Hour, to: Hour, /** 值班: advocated hours with reduced staff. */ duty: T.Optional(T.Boolean()) },
  { additionalProperties: false },
)
export const OpeningHours = T.Object(
  { workday: T.Array(Span, { maxItems: 8 }), saturday: T.Array(Span, { maxItems: 8 }) },
  { additionalProperties: false },
)
export type OpeningHours = Static<typeof OpeningHours>

export const Place = T.Object(
  {
    area: T.String({ pattern: '^\\d{6}$' }),
    id: Id,
    version: T.Integer({ minimum: 1 }),
    kind: PlaceKind,
    name: text(120),
    region: RegionCode,
    /** The place that guides it; null for the hall at the top. */
    parent: T.Union([Id, T.Null()]),
    /** 建设主体 (BS-2-01): exactly one body answers for a place. */
    owner: Id,
    address: text(200),
    phone: text(30),
    supervisionPhone: text(30),
    /** Address and phones are placeholders of the demo. */
    synthetic: T.Boolean(),
    /** What this place sets for itself and for all places below it, by name of the standard. */
    standards: T.Record(T.String(), T.Unknown()),
    ...Validity,
  },
  { additionalProperties: false },
)
export type Place = Static<typeof Place>

export const Window = T.Object(
  {
    area: T.String({ pattern: '^\\d{6}$' }),
    id: Id,
    version: T.Integer({ minimum: 1 }),
    place: Id,
    no: T.Integer({ minimum: 1, maximum: 999 }),
    name: text(60),
    /** Label out of the pack's window kinds; an undifferentiated (无差别) window accepts any resident item all the same. */
    kind: Id,
    undifferentiated: T.Boolean(),
    ...Validity,
  },
  { additionalProperties: false },
)
export type Window = Static<typeof Window>

/** Which place a region counts on; a region has at most one at a time, so coverage cannot be counted twice. */
export const ServedRegion = T.Object(
  { region: RegionCode, place: Id, ...Validity },
  { additionalProperties: false },
)
export type ServedRegion = Static<typeof ServedRegion>
