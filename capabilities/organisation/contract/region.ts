import { Type as T, type Static } from 'typebox'
import { RegionCode, Validity, text } from './dates.ts'

export const REGION_TYPES = [
  'province',
  'city',
  'county',
  'street',
  'town',
  'township',
  'special',
  'residents',
  'villagers',
  'residents-like',
  'villagers-like',
] as const
export const RegionType = T.Enum([...REGION_TYPES])
export type RegionType = Static<typeof RegionType>

/** 行使层级 (GB/T 39046 A.2): 2 province, 3 city, 4 county, 5 town or street, 6 village or community. */
export const Tier = T.Enum([2, 3, 4, 5, 6])
export type Tier = Static<typeof Tier>

/** 区划. A merger closes the old row, and a line of succession leads to what followed; cases keep the snapshot of their day. */
export const Region = T.Object(
  {
    code: RegionCode,
    name: text(80),
    type: RegionType,
    tier: Tier,
    parent: T.Union([RegionCode, T.Null()]),
    successorCode: T.Union([RegionCode, T.Null()]),
    ...Validity,
  },
  { additionalProperties: false },
)
export type Region = Static<typeof Region>
