import type { FastifyInstance } from 'fastify'
import type { House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { AreasPage } from './page.tsx'

/** 换地区: only where one server has portals of several areas. */
export function mountAreas(app: FastifyInstance, house: House): void {
  const { area, areas } = house.options
  app.get('/areas', async (request, reply) => {
    if (area === undefined || areas === undefined) return answerNotFound(house, request, reply)
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, AreasPage({ visit, here: area, areas }))
  })
}
