import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { DomainPage } from './page.tsx'

export function mountDomain(app: FastifyInstance, house: House): void {
  app.get<{ Params: { domain: string } }>('/domains/:domain', async (request, reply) => {
    const found = await house.services.itemsOfDomain(request.params.domain)
    if (isRefused(found)) return answerNotFound(house, request, reply)
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, DomainPage({ visit, ...found }))
  })
}
