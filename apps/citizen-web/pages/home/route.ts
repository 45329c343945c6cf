import type { FastifyInstance } from 'fastify'
import type { House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { HomePage } from './page.tsx'

export function mountHome(app: FastifyInstance, house: House): void {
  app.get('/', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, HomePage({ visit, view: await house.services.home() }))
  })
}
