import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { citizenServices } from '#capabilities/portal/index.ts'
import type { Addressed, Areas } from '#platform/http/area.ts'
import {
  mountCitizenWeb,
  type CitizenWeb,
  type CitizenWebOptions,
  type Elsewhere,
} from '../citizen-web/index.ts'
import type { Assembly } from './assemble.ts'

type Options = Omit<CitizenWebOptions, 'areaName' | 'area' | 'areas' | 'elsewhere'> & {
  onFault?: (error: unknown, route: string) => void
}

/** Answers a path nobody has, in the portal of the area it was asked in. */
export interface Portals {
  notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>
}

/**
 * One portal an area: the same pages and the same paths, answered by the portal of the area a request is about. A house of
 * one area has one portal and no choice to make.
 */
export async function mountPortals(
  app: FastifyInstance,
  house: Assembly,
  areas: Areas,
  options: Options,
): Promise<Portals> {
  const several = areas.all.length > 1
  if (several) routeByArea(app, areas)
  const portals = new Map<string, CitizenWeb>()
  for (const { code, name } of areas.all) {
    const services = citizenServices({ ...house, area: code, ...(several ? { linkArea: true } : {}) })
    const choice = several
      ? { area: code, areas: areas.all, elsewhere: (path: string) => itemElsewhere(house, areas, code, path) }
      : {}
    portals.set(code, await mountCitizenWeb(app, services, { ...options, areaName: name, ...choice }))
  }
  return { notFound: (request, reply) => portals.get(areas.of(request))!.notFound(request, reply) }
}

/** What the router keeps under each area. */
type Kept = NonNullable<ReturnType<ReturnType<Strategy['storage']>['get']>>
type Strategy = Parameters<FastifyInstance['addConstraintStrategy']>[0]

/** The router's own word for it: a route of one area answers only requests about that area. */
function routeByArea(app: FastifyInstance, areas: Areas): void {
  app.addConstraintStrategy({
    name: 'area',
    storage() {
      const handlers = new Map<unknown, Kept>()
      return {
        get: (code) => handlers.get(code) ?? null,
        set: (code, handler) => void handlers.set(code, handler),
      }
    },
    validate(code) {
      areas.get(String(code))
    },
    deriveConstraint: (request: Addressed) => areas.of(request),
  })
}

/** Where else a matter can be done whose guide is not here: the same installation, another area. */
async function itemElsewhere(
  { catalogue, clock }: Assembly,
  { all }: Areas,
  here: string,
  path: string,
): Promise<Elsewhere[]> {
  const item = /^\/items\/([a-z0-9-]{1,60})(?:[?/]|$)/.exec(path)?.[1]
  if (item === undefined) return []
  const day = legalDay(clock.now())
  const found = await Promise.all(
    all
      .filter(({ code }) => code !== here)
      .map(async (area) => ({ area, published: await catalogue.itemInForce(area.code, item, day) })),
  )
  return found.flatMap(({ area, published }) =>
    published
      ? [{ area: area.name, title: published.item.name, href: `/items/${item}?area=${area.code}` }]
      : [],
  )
}
