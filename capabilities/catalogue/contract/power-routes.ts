import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import { GrantDocument } from './delegation.ts'

const Day = T.String({ format: 'date' })
const Id = T.String({ minLength: 1, maxLength: 60 })
const One = T.Object({ id: T.String({ maxLength: 160 }) })
const Powers = T.Array(T.Enum(['accept', 'decide', 'seal']), { minItems: 1, maxItems: 3, uniqueItems: true })
const Conditions = T.Array(T.String({ minLength: 2, maxLength: 200 }), { maxItems: 10 })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

/** In force, not yet, or over. */
export const PowerStanding = T.Enum(['in-force', 'future', 'ended'])
export type PowerStanding = Static<typeof PowerStanding>

/** A power as the register (权责清单) shows it. */
export const PowerView = T.Object({
  id: T.String(),
  item: T.String(),
  itemName: T.String(),
  body: T.String(),
  bodyName: T.String(),
  place: T.String(),
  placeName: T.String(),
  kind: T.Enum(['own', 'delegated', 'entrusted']),
  kindText: T.String(),
  powers: Powers,
  powersText: T.String(),
  from: T.String(),
  to: T.Optional(T.String()),
  takenBack: T.Optional(T.String()),
  standing: PowerStanding,
  standingText: T.String(),
  basis: T.String(),
  by: T.Optional(T.String()),
  byName: T.Optional(T.String()),
  document: T.Optional(GrantDocument),
  conditions: T.Optional(T.Array(T.String())),
})
export type PowerView = Static<typeof PowerView>

/** What gives powers: one document may give several items at several places; each becomes a grant of its own. */
export const NewPower = closed({
  items: T.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
  body: Id,
  /** Empty: anywhere in the area. */
  places: T.Array(Id, { maxItems: 20, uniqueItems: true }),
  kind: T.Enum(['delegated', 'entrusted']),
  by: Id,
  powers: Powers,
  from: Day,
  to: T.Optional(Day),
  document: GrantDocument,
  conditions: T.Optional(Conditions),
})
export type NewPower = Static<typeof NewPower>

export const AmendedPower = closed({
  /** `null` takes the end away. */
  to: T.Optional(T.Union([Day, T.Null()])),
  conditions: T.Optional(Conditions),
  document: GrantDocument,
})
export type AmendedPower = Static<typeof AmendedPower>

export const TakenBack = closed({
  /** The first day without the power; today takes it back at once. */
  on: Day,
  document: GrantDocument,
  reason: T.String({ minLength: 4, maxLength: 300 }),
})
export type TakenBack = Static<typeof TakenBack>

export const PowerFilter = {
  /** Part of an item's name, or its id. */
  q: T.Optional(T.String({ maxLength: 100 })),
  body: T.Optional(Id),
  kind: T.Optional(T.Enum(['own', 'delegated', 'entrusted'])),
  /** Who may do this: 受理, 决定, 盖章. */
  power: T.Optional(T.Enum(['accept', 'decide', 'seal'])),
  /** What may be used at this place: powers given there, or anywhere to the body that owns it. */
  place: T.Optional(Id),
  standing: T.Optional(PowerStanding),
}

const REGISTRAR = { roles: ['power-registrar'] }
const Choice = T.Object({ value: T.String(), label: T.String() })

export const powerRoutes = contract({
  powers: {
    method: 'GET',
    path: '/powers',
    who: 'staff',
    summary: 'The register of powers (权责清单): who may accept, decide and seal what, where and until when',
    query: T.Object({
      ...PowerFilter,
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({ items: T.Array(PowerView), nextCursor: T.Optional(T.String()) }),
  },
  powerChoices: {
    method: 'GET',
    path: '/power-choices',
    who: 'staff',
    summary: 'Items, bodies and places to choose from when powers are looked for or registered',
    reply: T.Object({
      items: T.Array(Choice),
      bodies: T.Array(T.Intersect([Choice, T.Object({ town: T.Boolean() })])),
      places: T.Array(T.Intersect([Choice, T.Object({ body: T.String() })])),
    }),
  },
  power: {
    method: 'GET',
    path: '/powers/:id',
    who: 'staff',
    summary: 'One power with its document and everything that happened to it',
    params: One,
    reply: T.Object({
      power: PowerView,
      history: T.Array(
        T.Object({ at: T.String(), text: T.String(), who: T.String(), details: T.Array(T.String()) }),
      ),
    }),
  },
  grantPower: {
    method: 'POST',
    path: '/powers',
    who: REGISTRAR,
    summary: 'Register powers delegated (下放) or entrusted (委托) by a document',
    body: NewPower,
    reply: T.Object({ ids: T.Array(T.String()) }),
  },
  amendPower: {
    method: 'POST',
    path: '/powers/:id/amend-power',
    who: REGISTRAR,
    summary: 'Change the last day or the conditions of a power by a document',
    params: One,
    body: AmendedPower,
    reply: T.Object({ ids: T.Array(T.String()) }),
  },
  takeBack: {
    method: 'POST',
    path: '/powers/:id/take-back',
    who: REGISTRAR,
    summary: 'Take a power back (收回) from a day on, by a document',
    params: One,
    body: TakenBack,
    reply: T.Object({ ids: T.Array(T.String()) }),
  },
})

export const powerFiles = contract({
  powersFile: {
    method: 'GET',
    path: '/powers/export',
    who: 'staff',
    summary: 'The register of powers as a file',
    query: T.Object({ ...PowerFilter, ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
