import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'

const Named = T.Object({ code: T.String(), name: T.String() })

export const organisationRoutes = contract({
  regions: {
    method: 'GET',
    path: '/regions',
    who: 'public',
    summary: 'Towns and streets of the area with their villages and communities',
    reply: T.Object({ regions: T.Array(T.Intersect([Named, T.Object({ children: T.Array(Named) })])) }),
  },
  places: {
    method: 'GET',
    path: '/places',
    who: 'public',
    summary: 'Places where people are served: halls, centres, and the stations of one region',
    query: T.Object({ region: T.Optional(T.String({ maxLength: 12 })) }),
    reply: T.Object({
      places: T.Array(
        T.Object({
          id: T.String(),
          name: T.String(),
          tier: T.Enum(['hall', 'centre', 'station', 'point']),
          region: T.String(),
          address: T.String(),
          hours: T.String(),
          phone: T.String(),
        }),
      ),
    }),
  },
})
