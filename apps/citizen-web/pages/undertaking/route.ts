import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { UndertakingPage } from './page.tsx'

export function mountUndertaking(app: FastifyInstance, house: House): void {
  app.get<{ Params: { undertaking: string } }>('/undertakings/:undertaking', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const view = await house.services.undertaking(request.params.undertaking)
    if (isRefused(view)) return answerNotFound(house, request, reply)
    return sendPage(reply, visit, UndertakingPage({ visit, view }))
  })
}
