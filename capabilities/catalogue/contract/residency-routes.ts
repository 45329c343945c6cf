import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'

/** Items, units and gaps are read by whoever answers for what is at the windows. */
const READERS = {
  roles: ['item-author', 'item-approver', 'organiser', 'supervisor', 'director', 'power-registrar', 'head'],
} as const

const Day = T.Optional(T.String({ format: 'date' }))

export const RateView = T.Object({
  key: T.String(),
  title: T.String(),
  of: T.Integer(),
  resident: T.Integer(),
  excepted: T.Integer(),
  missing: T.Integer(),
  rateText: T.String(),
  reached: T.Boolean(),
})
export type RateView = Static<typeof RateView>

/** The act that closes a gap, and where it is taken. */
export const Remedy = T.Object({ text: T.String(), path: T.String() })

export const GapLine = T.Object({
  item: T.String(),
  name: T.String(),
  typeText: T.String(),
  domainText: T.String(),
  unitName: T.String(),
  standing: T.Enum(['missing', 'excepted']),
  /** Where it is lacking, and why. */
  lacking: T.Array(T.Object({ place: T.String(), why: T.String() })),
  exception: T.Optional(T.String()),
  remedies: T.Array(Remedy),
})
export type GapLine = Static<typeof GapLine>

export const ResidencyView = T.Object({
  day: T.String(),
  total: RateView,
  byType: T.Array(RateView),
  byDomain: T.Array(RateView),
  byPlace: T.Array(RateView),
  gaps: T.Array(GapLine),
})
export type ResidencyView = Static<typeof ResidencyView>

export const UnitView = T.Object({
  unit: T.String(),
  name: T.String(),
  items: T.Integer(),
  windows: T.Array(T.String()),
  entrusted: T.Integer(),
  inHall: T.Boolean(),
  remedies: T.Array(Remedy),
})
export type UnitView = Static<typeof UnitView>

export const UnitEntryView = T.Object({
  day: T.String(),
  of: T.Integer(),
  in: T.Integer(),
  rateText: T.String(),
  reached: T.Boolean(),
  units: T.Array(UnitView),
})
export type UnitEntryView = Static<typeof UnitEntryView>

export const residencyRoutes = contract({
  residency: {
    method: 'GET',
    path: '/residency',
    who: READERS,
    summary:
      'Residency (进驻率) by kind, domain and place on a day, with everything that is missing or excepted',
    query: T.Object({ day: Day }),
    reply: ResidencyView,
  },
  unitEntry: {
    method: 'GET',
    path: '/residency/units',
    who: READERS,
    summary: 'Unit entry (单位进厅率): which units with matters have a window or an agreement',
    query: T.Object({ day: Day }),
    reply: UnitEntryView,
  },
})

export const residencyFiles = contract({
  residencyFile: {
    method: 'GET',
    path: '/residency/export',
    who: READERS,
    summary: 'Rates, gaps or units of a day as a file',
    query: T.Object({ day: Day, list: T.Optional(T.Enum(['gaps', 'rates', 'units'])), ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
