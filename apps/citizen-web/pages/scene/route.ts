import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { ScenePage } from './page.tsx'

export function mountScene(app: FastifyInstance, house: House): void {
  app.get<{ Params: { scene: string } }>('/scenes/:scene', async (request, reply) => {
    const found = await house.services.scene(request.params.scene)
    if (isRefused(found)) return answerNotFound(house, request, reply)
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, ScenePage({ visit, title: found.title, items: found.items }))
  })
}
