import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'

export const guideRoutes = contract({
  disclosureGaps: {
    method: 'GET',
    path: '/disclosure-gaps',
    who: { roles: ['supervisor', 'director'] },
    summary: 'Items in force that lack one of the five groups of public information (办事信息公开五类)',
    reply: T.Object({
      groups: T.Array(T.Object({ group: T.String(), title: T.String() })),
      /** How many items were looked at. */
      checked: T.Integer(),
      gaps: T.Array(T.Object({ item: T.String(), name: T.String(), missing: T.Array(T.String()) })),
    }),
  },
})
