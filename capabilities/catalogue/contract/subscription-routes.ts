import { Type as T, type Static } from 'typebox'
import { contract } from '#platform/http/contract.ts'

const AreaCode = T.String({ pattern: '^\\d{6}$' })

/** One item, or every item of a domain; of the own area or of a neighbour's. */
export const Subscribed = T.Object(
  {
    kind: T.Enum(['item', 'domain']),
    /** The id of the item, or the domain. */
    subject: T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
    area: T.Optional(AreaCode),
  },
  { additionalProperties: false },
)
export type Subscribed = Static<typeof Subscribed>

export const SubscriptionView = T.Object({
  kind: T.Enum(['item', 'domain']),
  subject: T.String(),
  area: AreaCode,
  areaName: T.String(),
  /** The name of the item or of the domain. */
  title: T.String(),
  since: T.String(),
})
export type SubscriptionView = Static<typeof SubscriptionView>

/** A version that came out, as those hear of it who asked to. */
export const ItemNews = T.Object({
  area: AreaCode,
  areaName: T.String(),
  item: T.String(),
  name: T.String(),
  version: T.Integer(),
  effectiveFrom: T.String(),
  at: T.String(),
  /** What is otherwise than in the version before; nothing where the item is new. */
  changes: T.Array(T.String()),
  isNew: T.Boolean(),
  unread: T.Boolean(),
})
export type ItemNews = Static<typeof ItemNews>

const Done = T.Object({ done: T.Boolean() })

/** 事项订阅: what a body wants to hear of, and what it has heard. */
export const subscriptionRoutes = contract({
  subscriptions: {
    method: 'GET',
    path: '/item-subscriptions',
    who: 'staff',
    summary: 'Items and domains of which my body hears when a version comes out (事项订阅)',
    reply: T.Object({
      subscriptions: T.Array(SubscriptionView),
      /** Areas whose items can be followed. */
      areas: T.Array(T.Object({ code: AreaCode, name: T.String() })),
    }),
  },
  followable: {
    method: 'GET',
    path: '/item-subscriptions/items',
    who: 'staff',
    summary: 'Items of an area by part of their name, for whoever wants to follow one',
    query: T.Object({ area: AreaCode, q: T.Optional(T.String({ maxLength: 60 })) }),
    reply: T.Object({ items: T.Array(T.Object({ id: T.String(), name: T.String() })) }),
  },
  subscribe: {
    method: 'POST',
    path: '/item-subscriptions',
    who: 'staff',
    summary: 'Hear of new versions of an item or of a domain; asking twice is asking once',
    body: Subscribed,
    reply: Done,
    idempotent: false,
  },
  unsubscribe: {
    method: 'DELETE',
    path: '/item-subscriptions/:area/:kind/:subject',
    who: 'staff',
    summary: 'Hear of it no more',
    params: T.Object({ ...Subscribed.properties, area: AreaCode }),
    reply: Done,
    idempotent: false,
  },
  itemNews: {
    method: 'GET',
    path: '/item-news',
    who: 'staff',
    summary: 'Versions that came out since my body subscribed, newest first, with what is different in words',
    query: T.Object({ limit: T.Optional(T.Integer({ minimum: 1, maximum: 50 })) }),
    reply: T.Object({ unread: T.Integer(), items: T.Array(ItemNews), upTo: T.Optional(T.String()) }),
  },
  readItemNews: {
    method: 'POST',
    path: '/item-news/read',
    who: 'staff',
    summary: 'I have seen what came out up to this moment',
    body: T.Object({ upTo: T.String({ format: 'date-time' }) }, { additionalProperties: false }),
    reply: Done,
    idempotent: false,
  },
})
