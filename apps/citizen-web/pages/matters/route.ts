import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { enterSignedIn } from '../../http/guard.ts'
import { sendPage, sendRefusal } from '../../http/send.ts'
import { SOON_DAYS } from '../licences/page.tsx'
import { MattersPage } from './page.tsx'

export function mountMatters(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: { cursor?: string } }>('/my', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const cursor = request.query.cursor === undefined ? undefined : String(request.query.cursor)
    const found = await house.services.myMatters(visit.visitor, cursor)
    if (isRefused(found)) return sendRefusal(reply, visit, found)
    const drafts = cursor === undefined ? await house.services.drafts(visit.visitor) : []
    const soon =
      cursor === undefined ? await house.services.myLicences(visit.visitor, undefined, SOON_DAYS) : undefined
    const licences = soon === undefined || isRefused(soon) ? [] : soon.items
    const page = MattersPage({
      ...{ visit, cases: found.items, drafts, licences, later: cursor !== undefined },
      ...found,
    })
    return sendPage(reply, visit, page)
  })
}
