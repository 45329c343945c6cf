import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import { PLACE_STANDARDS } from './standards.ts'
import { OpeningHours } from './place.ts'
import { Reform } from './reform.ts'

const Day = T.String({ pattern: '^(19|20)\\d{2}-\\d{2}-\\d{2}$', format: 'date' })
const Id = T.String({ minLength: 1, maxLength: 60, pattern: '^[\\w.-]+$' })
const On = T.Object({ day: T.Optional(Day) })
const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const Basis = T.String({ minLength: 4, maxLength: 300 })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/** Whoever keeps the ground, and whoever watches it. */
const KEEPING = { roles: ['organiser'] } as const
const LOOKING = { roles: ['organiser', 'supervisor', 'director'] } as const

export const PlaceLine = T.Object({
  ...{ id: T.String(), parent: T.Union([T.String(), T.Null()]), name: T.String(), kind: T.String() },
  ...{ kindText: T.String(), owner: T.String(), ownerName: T.String(), address: T.String() },
  ...{ phone: T.String(), supervisionPhone: T.String(), synthetic: T.Boolean() },
  serves: T.Array(T.String()),
  windows: T.Integer(),
})
export type PlaceLine = Static<typeof PlaceLine>

export const BodyLine = T.Object({
  ...{ id: T.String(), parent: T.Union([T.String(), T.Null()]), name: T.String(), shortName: T.String() },
  ...{ kindText: T.String(), tierText: T.String(), creditCode: T.String(), synthetic: T.Boolean() },
  /** The government of a town or street. */
  town: T.Boolean(),
})
export type BodyLine = Static<typeof BodyLine>

const ChangeLine = T.Object({
  ...{ id: T.String(), at: T.String(), from: T.String(), who: T.String(), basis: T.String() },
  changes: T.Array(T.Object({ label: T.String(), before: T.String(), after: T.String() })),
  /** `coming` waits for its day (自 X 日起); `stopped` met a rule on that day. */
  state: T.Enum(['coming', 'in-force', 'withdrawn', 'stopped']),
  stateText: T.String(),
  /** Why it was withdrawn or stopped, in words. */
  because: T.Optional(T.String()),
})
export type ChangeLine = Static<typeof ChangeLine>

/** A change to come, with the name of what it is about. */
const ComingLine = T.Object({ ...ChangeLine.properties, title: T.String(), subjectText: T.String() })
export type ComingLine = Static<typeof ComingLine>

const StandardLine = T.Object({
  ...{ name: T.String(), title: T.String(), text: T.String() },
  /** Whose word it is: this place, one above it, or the plan. */
  from: T.String(),
  own: T.Boolean(),
  /** Opening hours as they are set, for whoever changes them. */
  hours: T.Optional(OpeningHours),
})
export type StandardLine = Static<typeof StandardLine>

export const DutyLine = T.Object({
  ...{ subject: T.String(), subjectName: T.String(), roleText: T.String() },
  bodies: T.Array(T.String()),
  acts: T.Array(T.String()),
  clauses: T.Array(T.String()),
  from: T.String(),
})
export type DutyLine = Static<typeof DutyLine>

export const SuccessionLine = T.Object({
  ...{ subjectText: T.String(), from: T.String(), to: T.String(), kindText: T.String(), on: T.String() },
})
export type SuccessionLine = Static<typeof SuccessionLine>

export const PlaceChange = closed({
  name: T.Optional(text(120)),
  /** Why it is not called what the plan's pattern calls it. */
  nameBasis: T.Optional(text(200)),
  address: T.Optional(text(200)),
  phone: T.Optional(text(30)),
  supervisionPhone: T.Optional(text(30)),
  from: Day,
  basis: Basis,
})
export type PlaceChange = Static<typeof PlaceChange>

export const BodyChange = closed({
  name: T.Optional(text(120)),
  shortName: T.Optional(text(60)),
  from: Day,
  basis: Basis,
})
export type BodyChange = Static<typeof BodyChange>

export const StandardChange = closed({
  name: T.Enum(PLACE_STANDARDS.map(({ name }) => name)),
  value: T.Union([OpeningHours, text(60)]),
  from: Day,
  basis: Basis,
})
export type StandardChange = Static<typeof StandardChange>

export const ServedChange = closed({
  region: T.String({ pattern: '^\\d{12}$' }),
  /** Left out, nobody serves it from that day on. */
  place: T.Optional(Id),
  from: Day,
  basis: Basis,
})
export type ServedChange = Static<typeof ServedChange>

/** 审批服务所 (BS-2.4-08): a body under the government of a pilot town. */
export const NewOffice = closed({
  town: Id,
  name: text(120),
  shortName: text(60),
  from: Day,
  basis: Basis,
})
export type NewOffice = Static<typeof NewOffice>

/** `coming`: it waits for its day. */
const Changed = T.Object({ id: T.String(), coming: T.Boolean() })
export const GROUND_LISTS = ['places', 'bodies', 'duties', 'successions', 'uncovered'] as const

export const groundRoutes = contract({
  ground: {
    method: 'GET',
    path: '/ground',
    who: LOOKING,
    summary: 'Places and bodies of the area as trees, as they stood on a day',
    query: On,
    reply: T.Object({
      day: T.String(),
      places: T.Array(PlaceLine),
      bodies: T.Array(BodyLine),
      coverage: T.Object({
        villages: T.Integer(),
        covered: T.Integer(),
        rateText: T.String(),
        formulaText: T.String(),
        uncovered: T.Array(T.Object({ code: T.String(), name: T.String(), town: T.String() })),
      }),
      /** What was entered for a later day, the nearest first. */
      coming: T.Array(ComingLine),
    }),
  },
  groundPlace: {
    method: 'GET',
    path: '/ground/places/:id',
    who: LOOKING,
    summary:
      'One place on a day: windows, standards with where each comes from, and what was changed by hand',
    params: T.Object({ id: Id }),
    query: On,
    reply: T.Object({
      place: PlaceLine,
      windows: T.Array(T.Object({ name: T.String(), kindText: T.String(), takesAll: T.Boolean() })),
      standards: T.Array(StandardLine),
      versions: T.Array(
        T.Object({ name: T.String(), from: T.String(), to: T.Optional(T.String()), address: T.String() }),
      ),
      changes: T.Array(ChangeLine),
      /** 制度上墙: what this place keeps to, and the photo of the wall for whoever may see it. */
      walls: T.Array(
        T.Object({
          ...{ entry: T.String(), title: T.String(), edition: T.Integer() },
          photo: T.Optional(T.String()),
        }),
      ),
      /** Whether this post may change it today. */
      mine: T.Boolean(),
    }),
  },
  groundDuties: {
    method: 'GET',
    path: '/ground/duties',
    who: LOOKING,
    summary: 'Who leads, guides, builds, runs or co-operates, by subject, with the clauses that say so',
    query: On,
    reply: T.Object({ day: T.String(), items: T.Array(DutyLine) }),
  },
  groundSuccessions: {
    method: 'GET',
    path: '/ground/successions',
    who: LOOKING,
    summary: 'What followed regions, places and bodies that were renamed, merged, split or moved',
    reply: T.Object({ items: T.Array(SuccessionLine) }),
  },
  changePlace: {
    method: 'POST',
    path: '/ground/places/:id/change',
    who: KEEPING,
    summary: 'Change name, address or phones of a place from a day on',
    params: T.Object({ id: Id }),
    body: PlaceChange,
    reply: Changed,
  },
  changeBody: {
    method: 'POST',
    path: '/ground/bodies/:id/change',
    who: KEEPING,
    summary: 'Rename a body from a day on',
    params: T.Object({ id: Id }),
    body: BodyChange,
    reply: Changed,
  },
  changeStandard: {
    method: 'POST',
    path: '/ground/places/:id/standard',
    who: KEEPING,
    summary: 'Set a standard of a place; the places below that set none of their own follow',
    params: T.Object({ id: Id }),
    body: StandardChange,
    reply: Changed,
  },
  foundOffice: {
    method: 'POST',
    path: '/ground/offices',
    who: KEEPING,
    summary:
      'Found an approval service office (审批服务所) under a pilot town; people and items follow by transfers',
    body: NewOffice,
    reply: Changed,
  },
  reform: {
    method: 'POST',
    path: '/ground/reforms',
    who: KEEPING,
    summary:
      'Found, abolish, merge, split, rename or recode regions, places or bodies from a day on; what ends leads on to what follows',
    body: Reform,
    reply: Changed,
  },
  withdrawChange: {
    method: 'POST',
    path: '/ground/changes/:id/withdraw',
    who: KEEPING,
    summary: 'Call off a change that waits for its day',
    params: T.Object({ id: T.String({ format: 'uuid' }) }),
    body: closed({ reason: T.String({ minLength: 4, maxLength: 300 }) }),
    reply: T.Object({ id: T.String() }),
  },
  changeServed: {
    method: 'POST',
    path: '/ground/served',
    who: KEEPING,
    summary: 'Say which place a village counts on, or that none serves it any more',
    body: ServedChange,
    reply: Changed,
  },
})

export const groundFiles = contract({
  groundFile: {
    method: 'GET',
    path: '/ground/export',
    who: LOOKING,
    summary: 'Places, bodies, duties, successions or uncovered villages of a day as a file',
    query: T.Object({ day: T.Optional(Day), list: T.Optional(T.Enum([...GROUND_LISTS])), ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
