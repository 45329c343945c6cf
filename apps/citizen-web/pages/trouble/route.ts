import type { FastifyReply } from 'fastify'
import type { Asked, House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { FaultPage, NotFoundPage } from './page.tsx'

export async function answerNotFound(
  house: House,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await house.enter(request, reply)
  return sendPage(reply, visit, NotFoundPage({ visit }), 404)
}

/** The fault page must not need what may just have failed: it knows nobody. */
export function answerFault(house: House, request: Asked, reply: FastifyReply): FastifyReply {
  const visit = { house, visitor: { csrfToken: '' }, elder: request.cookies?.elder === 'on', path: '/' }
  return sendPage(reply, visit, FaultPage({ visit }), 500)
}
