import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { attachment, sendPage } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { HandbooksPage } from './page.tsx'

/** 清单、受理手册和服务手册 for everybody. */
export function mountHandbooks(app: FastifyInstance, house: House): void {
  app.get('/handbooks', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, HandbooksPage({ visit, handbooks: await house.services.handbooks() }))
  })

  app.get<{ Params: { kind: string; number: string } }>(
    '/handbooks/:kind/:number.pdf',
    async (request, reply) => {
      const { kind, number } = request.params
      const wanted = /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0
      const found = await house.services.handbookFile(kind, wanted)
      if (isRefused(found)) return answerNotFound(house, request, reply)
      return reply
        .type('application/pdf')
        .header('content-length', String(found.size))
        .header('content-disposition', attachment(found.fileName))
        .header('cache-control', 'public, max-age=300')
        .send(found.stream)
    },
  )
}
