import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'

const Day = T.String({ format: 'date' })
const Id = T.String({ minLength: 1, maxLength: 80 })
const One = T.Object({ id: Id })
const Reason = T.String({ minLength: 4, maxLength: 300 })
const Items = T.Array(T.String({ minLength: 1, maxLength: 60 }), {
  minItems: 1,
  maxItems: 60,
  uniqueItems: true,
})
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

export const SealView = T.Object({
  id: T.String(),
  kind: T.Enum(['own', 'numbered', 'bureau', 'centre']),
  kindText: T.String(),
  name: T.String(),
  body: T.String(),
  bodyName: T.String(),
  holder: T.String(),
  holderName: T.String(),
  purpose: T.Enum(['decision', 'acceptance']),
  number: T.Optional(T.Integer()),
  items: T.Optional(T.Array(T.Object({ id: T.String(), name: T.String() }))),
  state: T.Enum(['in-use', 'suspended', 'retired']),
  stateText: T.String(),
  from: T.String(),
  to: T.Optional(T.String()),
})
export type SealView = Static<typeof SealView>

/** A numbered seal engraved by the bureau for a town, or the one seal of a bureau or a centre. */
export const NewSeal = closed({
  kind: T.Enum(['numbered', 'bureau', 'centre']),
  /** Whose name it bears. */
  body: T.String({ minLength: 1, maxLength: 60 }),
  number: T.Optional(T.Integer({ minimum: 0, maximum: 9999 })),
  /** Who uses a numbered seal, and for what. */
  holder: T.Optional(T.String({ minLength: 1, maxLength: 60 })),
  items: T.Optional(Items),
  from: Day,
})
export type NewSeal = Static<typeof NewSeal>

export const BoundSeal = closed({
  holder: T.String({ minLength: 1, maxLength: 60 }),
  items: Items,
  reason: Reason,
})
export type BoundSeal = Static<typeof BoundSeal>
export const Reasoned = closed({ reason: Reason })

export const SealUseView = T.Object({
  seal: T.String(),
  sealName: T.String(),
  number: T.Optional(T.Integer()),
  item: T.String(),
  itemName: T.String(),
  no: T.String(),
  paperText: T.String(),
  operator: T.String(),
  placeName: T.String(),
  at: T.String(),
})
export type SealUseView = Static<typeof SealUseView>

export const UseFilter = {
  seal: T.Optional(Id),
  item: T.Optional(T.String({ maxLength: 60 })),
  place: T.Optional(T.String({ maxLength: 60 })),
  from: T.Optional(Day),
  to: T.Optional(Day),
}

const REGISTRAR = { roles: ['power-registrar'] }
/** Who reads the log: whoever keeps the seals, whoever watches, and whoever answers for a place. */
const READING = { roles: ['power-registrar', 'supervisor', 'director'] }
const Written = T.Object({ id: T.String(), version: T.Integer() })

export const sealRoutes = contract({
  seals: {
    method: 'GET',
    path: '/seals',
    who: READING,
    summary: 'The register of seals (印章登记): kind, holder, bound items, in use or not',
    reply: T.Object({ items: T.Array(SealView) }),
  },
  issueSeal: {
    method: 'POST',
    path: '/seals',
    who: REGISTRAR,
    summary: 'Take a new seal into use',
    body: NewSeal,
    reply: Written,
  },
  bindSeal: {
    method: 'POST',
    path: '/seals/:id/bind',
    who: REGISTRAR,
    summary: 'Hand a numbered seal to a town and bind it to items',
    params: One,
    body: BoundSeal,
    reply: Written,
  },
  suspendSeal: {
    method: 'POST',
    path: '/seals/:id/suspend',
    who: REGISTRAR,
    summary: 'Take a seal out of use for a time; nothing is sealed with it from this moment',
    params: One,
    body: Reasoned,
    reply: Written,
  },
  resumeSeal: {
    method: 'POST',
    path: '/seals/:id/resume',
    who: REGISTRAR,
    summary: 'Take a suspended seal into use again',
    params: One,
    body: Reasoned,
    reply: Written,
  },
  retireSeal: {
    method: 'POST',
    path: '/seals/:id/retire',
    who: REGISTRAR,
    summary: 'Retire a seal for good; its number is free for a new one',
    params: One,
    body: Reasoned,
    reply: Written,
  },
  uses: {
    method: 'GET',
    path: '/seal-uses',
    who: READING,
    summary: 'Every use of a seal (用印记录), newest first: item, case, paper, operator, place, time',
    query: T.Object({
      ...UseFilter,
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({ items: T.Array(SealUseView), nextCursor: T.Optional(T.String()) }),
  },
})

export const sealFiles = contract({
  usesFile: {
    method: 'GET',
    path: '/seal-uses/export',
    who: READING,
    summary: 'The log of seals as a file',
    query: T.Object({ ...UseFilter, ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
