import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'

const KEEPERS = { roles: ['item-approver'] }
const READERS = { roles: ['item-approver', 'item-author', 'supervisor'] }

/** 未对接, 前端整合, 接口对接 (YY-3.1-01). */
export const SYSTEM_MODES = ['none', 'front-end', 'interface'] as const
export type SystemMode = (typeof SYSTEM_MODES)[number]

/** Why two items do not become one; each with a sentence in `words/outside-items.ts`. */
export const outsideItemRefusals = [
  'outside-system-not-found',
  'outside-item-not-found',
  'outside-item-taken',
  'outside-item-twice',
  'outside-file-headings-missing',
] as const
export type OutsideItemRefusal = (typeof outsideItemRefusals)[number]

const Id = T.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*$', maxLength: 40 })
const text = (maxLength: number) => T.String({ minLength: 1, maxLength })

export const OutsideSystem = T.Object({
  id: T.String(),
  name: T.String(),
  owner: T.String(),
  mode: T.Enum([...SYSTEM_MODES]),
  modeText: T.String(),
  items: T.Integer(),
  mapped: T.Integer(),
})
export type OutsideSystem = Static<typeof OutsideSystem>

/** What its system says of an item, so that its next list can be held against this one. */
const Details = T.Object(
  {
    promisedDays: T.Optional(T.Integer({ minimum: 0, maximum: 999 })),
    materials: T.Optional(T.Array(text(100), { maxItems: 60, uniqueItems: true })),
  },
  { additionalProperties: false },
)

export const OutsideItem = T.Object({
  system: T.String(),
  systemName: T.String(),
  code: T.String(),
  name: T.String(),
  /** Ours; left out where nobody has said which. */
  item: T.Optional(T.Object({ id: T.String(), name: T.String() })),
  details: Details,
})
export type OutsideItem = Static<typeof OutsideItem>

export const BadOutsideLine = T.Object({ row: T.Integer(), text: T.String() })
export const OutsideTaken = T.Object({
  mapped: T.Integer(),
  kept: T.Integer(),
  unchanged: T.Integer(),
  bad: T.Array(BadOutsideLine),
})
export type OutsideTaken = Static<typeof OutsideTaken>

const paged = {
  q: T.Optional(T.String({ maxLength: 100 })),
  limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
  cursor: T.Optional(T.String({ maxLength: 200 })),
}
const Listed = { system: T.Optional(Id), mapped: T.Optional(T.Enum(['yes', 'no'])) }

export const outsideItemRoutes = contract({
  outsideSystems: {
    method: 'GET',
    path: '/outside-systems',
    who: READERS,
    summary:
      'Systems of departments that run items (自建系统), how each is connected and how far its items are mapped',
    reply: T.Object({ items: T.Array(OutsideSystem) }),
  },
  keepOutsideSystem: {
    method: 'PUT',
    path: '/outside-systems/:id',
    who: KEEPERS,
    summary: 'Write a system down, or how it is connected by now',
    params: T.Object({ id: Id }),
    body: T.Object(
      { name: text(100), owner: text(100), mode: T.Enum([...SYSTEM_MODES]) },
      { additionalProperties: false },
    ),
    reply: OutsideSystem,
  },
  outsideItems: {
    method: 'GET',
    path: '/outside-items',
    who: READERS,
    summary: 'Items of other systems with ours beside them; those without one among them (一一对应)',
    query: T.Object({ ...Listed, ...paged }),
    reply: T.Object({ items: T.Array(OutsideItem), nextCursor: T.Optional(T.String()) }),
  },
  ownUnmapped: {
    method: 'GET',
    path: '/outside-items/own-unmapped',
    who: READERS,
    summary: 'Items of ours in force that no item of another system is mapped to',
    query: T.Object(paged),
    reply: T.Object({
      items: T.Array(T.Object({ id: T.String(), name: T.String(), code: T.String() })),
      nextCursor: T.Optional(T.String()),
    }),
  },
  mapOutsideItem: {
    method: 'PUT',
    path: '/outside-items/:system/:code',
    who: KEEPERS,
    summary:
      'Say which item of ours an item of another system is; one to one, and with none the mapping is taken back',
    params: T.Object({ system: Id, code: text(60) }),
    body: T.Object(
      {
        name: T.Optional(text(200)),
        item: T.Optional(T.Union([text(60), T.Null()])),
        details: T.Optional(Details),
      },
      { additionalProperties: false },
    ),
    reply: OutsideItem,
  },
})

export const outsideItemFiles = contract({
  outsideItemsFile: {
    method: 'GET',
    path: '/outside-items/export',
    who: READERS,
    summary: 'The mapping as a file; items of either side without one are in it',
    query: T.Object({ ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
  uploadOutsideItems: {
    method: 'POST',
    path: '/outside-items',
    who: KEEPERS,
    summary: 'Bring a mapping in (XLSX or CSV); lines that would break one to one are named and left out',
    body: T.Object({ file: T.String() }),
    reply: OutsideTaken,
    bytes: 'in',
    idempotent: false,
  },
})
