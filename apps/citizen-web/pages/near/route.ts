import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { postedRegion } from '#ui/form/index.ts'
import { preferenceCookie, REGION_COOKIE } from '../../http/cookies.ts'
import { enterPosted } from '../../http/guard.ts'
import { localPath, seeOther, sendPage } from '../../http/send.ts'
import { NearPage } from './page.tsx'

/** Where somebody lives, kept in their own browser. */
export function mountNear(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: { to?: string | string[] } }>('/near', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const [regions, near] = await Promise.all([
      house.services.regions(),
      visit.region === undefined ? undefined : house.services.near(visit.region),
    ])
    const to = localPath([request.query.to].flat()[0] ?? '/near')
    const shown = near === undefined || isRefused(near) ? {} : { near }
    return sendPage(reply, visit, NearPage({ visit, regions, to, ...shown }))
  })

  app.post('/near', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const to = localPath(posted.text('to') || '/near')
    if (posted.text('forget') === 'yes') {
      reply.clearCookie(REGION_COOKIE, { path: '/' })
      return seeOther(reply, '/near')
    }
    const region = postedRegion(posted, 'region') ?? ''
    const near = await house.services.near(region)
    if (isRefused(near)) {
      const problems = [{ target: 'field-region', message: '请从列表里选一个村或社区' }]
      const regions = await house.services.regions()
      return sendPage(reply, visit, NearPage({ visit, regions, to, chosen: region, problems }), 422)
    }
    reply.setCookie(REGION_COOKIE, region, preferenceCookie(house.options))
    return seeOther(reply, to)
  })
}
