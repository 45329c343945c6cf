import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'
import { ItemSummary, ItemVersion } from '../contract.ts'

export const catalogueRoutes = contract({
  items: {
    method: 'GET',
    path: '/items',
    who: 'public',
    summary: 'Items in force: all by name, of one domain, or best answers to what somebody typed',
    query: T.Object({
      q: T.Optional(T.String({ maxLength: 100 })),
      domain: T.Optional(T.String({ maxLength: 40 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(T.String({ maxLength: 200 })),
    }),
    reply: T.Object({ items: T.Array(ItemSummary), nextCursor: T.Optional(T.String()) }),
  },
  item: {
    method: 'GET',
    path: '/items/:id',
    who: 'public',
    summary: 'The version of an item in force today, with every element of its guide',
    params: T.Object({ id: T.String({ maxLength: 60 }) }),
    reply: ItemVersion,
  },
})
