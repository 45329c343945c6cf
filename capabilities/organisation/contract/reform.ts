import { Type as T, type Static } from 'typebox'
import { BodyKind } from './body.ts'
import { PlaceKind } from './place.ts'

/** 新设, 撤销, 合并, 拆分, 更名, 改码 of regions, places and bodies. */
export const REFORM_KINDS = ['found', 'abolish', 'merge', 'split', 'rename', 'recode'] as const
export type ReformKind = (typeof REFORM_KINDS)[number]
export const REFORM_SUBJECTS = ['region', 'place', 'body'] as const
export type ReformSubject = (typeof REFORM_SUBJECTS)[number]

const Day = T.String({ format: 'date' })
const Id = T.String({ minLength: 1, maxLength: 60, pattern: '^[\\w.-]+$' })
const words = (maxLength: number) => T.Optional(T.String({ minLength: 1, maxLength }))

/** What follows: one that is there already by its id alone, or a new one with what differs from the first of the old. */
export const Successor = T.Object(
  {
    /** Left out, a new place or body is given one; a region brings its code, or keeps the one it has when it is renamed. */
    id: T.Optional(Id),
    name: words(120),
    shortName: words(60),
    creditCode: T.Optional(T.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })),
    placeKind: T.Optional(PlaceKind),
    bodyKind: T.Optional(BodyKind),
    region: T.Optional(T.String({ pattern: '^\\d{12}$' })),
    parent: T.Optional(Id),
    owner: T.Optional(Id),
    address: words(200),
    phone: words(30),
    supervisionPhone: words(30),
  },
  { additionalProperties: false },
)
export type Successor = Static<typeof Successor>

export const Reform = T.Object(
  {
    subject: T.Enum([...REFORM_SUBJECTS]),
    kind: T.Enum([...REFORM_KINDS]),
    of: T.Array(Id, { maxItems: 20 }),
    into: T.Array(Successor, { maxItems: 20 }),
    from: Day,
    basis: T.String({ minLength: 4, maxLength: 300 }),
  },
  { additionalProperties: false },
)
export type Reform = Static<typeof Reform>
