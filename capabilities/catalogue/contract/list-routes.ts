import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'

const Kind = T.String({ pattern: '^[a-z][a-z-]*$', maxLength: 60 })

export const ListLineView = T.Object({
  key: T.String(),
  name: T.String(),
  domainText: T.String(),
  typeText: T.String(),
  modeText: T.String(),
  originText: T.String(),
  note: T.String(),
})
export type ListLineView = Static<typeof ListLineView>

export const ListVersionRow = T.Object({
  id: T.String(),
  no: T.Integer(),
  title: T.String(),
  from: T.String(),
  state: T.String(),
  /** As people read it: 现行, 未公布（没有公告）, 已被第3版代替 … */
  standing: T.String(),
  /** No notice is on record, so the public cannot know it. */
  unpublished: T.Boolean(),
  current: T.Boolean(),
  lines: T.Integer(),
  notice: T.Optional(T.String()),
  handbookNotice: T.Optional(T.String()),
})
export type ListVersionRow = Static<typeof ListVersionRow>

export const ListFlag = T.Object({
  line: T.String(),
  name: T.String(),
  flag: T.Enum(['gone', 'renamed', 'missing']),
  text: T.String(),
  explained: T.Optional(T.String()),
})
export type ListFlag = Static<typeof ListFlag>

export const ListView = T.Object({
  list: T.String(),
  title: T.String(),
  text: T.String(),
  basis: T.Array(T.String()),
  versions: T.Array(ListVersionRow),
  /** Where it no longer follows the list it is tied to. */
  flags: T.Array(ListFlag),
  /** Lines in force by domain, all fourteen of them. */
  domains: T.Array(T.Object({ domain: T.String(), title: T.String(), count: T.Integer() })),
})
export type ListView = Static<typeof ListView>

const Changes = T.Object({
  against: T.Integer(),
  came: T.Array(T.String()),
  went: T.Array(T.String()),
  changed: T.Array(T.Object({ name: T.String(), text: T.String() })),
})

export const listRoutes = contract({
  lists: {
    method: 'GET',
    path: '/lists',
    who: 'staff',
    summary: 'Lists that are made public by version, each with its versions and notices',
    reply: T.Object({ items: T.Array(ListView) }),
  },
  listVersion: {
    method: 'GET',
    path: '/lists/:list/versions/:version',
    who: 'staff',
    summary: 'The lines of one version, and what differs from another (the one before unless asked)',
    params: T.Object({ list: Kind, version: T.String({ pattern: '^[1-9]\\d{0,3}$' }) }),
    query: T.Object({ against: T.Optional(T.Integer({ minimum: 1, maximum: 9999 })) }),
    reply: T.Object({
      version: ListVersionRow,
      lines: T.Array(ListLineView),
      changes: T.Optional(Changes),
    }),
  },
})

export const listFiles = contract({
  listFile: {
    method: 'GET',
    path: '/lists/:list/export',
    who: 'staff',
    summary:
      'One version of a list as a file (the one in force unless asked), with what differs from the one before on a second sheet',
    params: T.Object({ list: Kind }),
    query: T.Object({ no: T.Optional(T.Integer({ minimum: 1, maximum: 9999 })), ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
