import type { FastifyReply } from 'fastify'
import type { Asked, House, Visit } from '../../house.ts'
import { ELDER_COOKIE, KIOSK_COOKIE } from '../../http/cookies.ts'
import { sendPage } from '../../http/send.ts'
import { FaultPage, NotFoundPage, StalePage, UnreadablePage } from './page.tsx'

export async function answerNotFound(
  house: House,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await house.enter(request, reply)
  return sendPage(reply, visit, NotFoundPage({ visit }), 404)
}

/** A form posted from a page that is not ours. */
export async function answerStray(house: House, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const visit = await house.enter(request, reply)
  return sendPage(reply, visit, StalePage({ visit }), 403)
}

/** What was sent cannot be read: too large, broken off, or of a kind no page of ours sends. */
export function answerUnreadable(
  house: House,
  request: Asked,
  reply: FastifyReply,
  status: number,
): FastifyReply {
  const visit = nobody(house, request)
  return sendPage(reply, visit, UnreadablePage({ visit, tooLarge: status === 413 }), status)
}

/** The fault page must not need what may just have failed: it knows nobody. */
export function answerFault(
  house: House,
  request: Asked,
  reply: FastifyReply,
  soonBack = false,
): FastifyReply {
  const visit = nobody(house, request)
  if (soonBack) reply.header('retry-after', 5)
  return sendPage(reply, visit, FaultPage({ visit }), soonBack ? 503 : 500)
}

function nobody(house: House, request: Asked): Visit {
  const on = (cookie: string) => request.cookies?.[cookie] === 'on'
  return { house, visitor: { csrfToken: '' }, elder: on(ELDER_COOKIE), kiosk: on(KIOSK_COOKIE), path: '/' }
}
