import type { FastifyInstance } from 'fastify'
import type { House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { feedOf } from './feed.ts'
import { wantedOf } from './narrowed.tsx'
import { PublicityPage } from './page.tsx'

/** 公示公告: readable, printable and to be subscribed to by anybody, without an account. */
export function mountPublicity(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: Record<string, unknown> }>('/publicity', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const { services } = house
    const [notices, own] = await Promise.all([services.publicNotices(), services.ownNotices(visit.visitor)])
    return sendPage(
      reply,
      visit,
      PublicityPage({ visit, notices, own, wanted: wantedOf(notices, request.query) }),
    )
  })

  app.get('/publicity.rss', async (_request, reply) =>
    reply
      .type('application/rss+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(feedOf(await house.services.publicNotices(), house.options)),
  )
}
