import type { FastifyReply } from 'fastify'
import { isThemeName } from '#ui/tokens/colour.ts'
import type { Asked, House, Visit } from '../../house.ts'
import { ELDER_COOKIE, KIOSK_COOKIE, THEME_COOKIE } from '../../http/cookies.ts'
import { localPath, sendPage } from '../../http/send.ts'
import { FaultPage, NotFoundPage, StalePage, UnreadablePage } from './page.tsx'

export async function answerNotFound(
  house: House,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await house.enter(request, reply)
  const elsewhere = (await house.options.elsewhere?.(request.url)) ?? []
  return sendPage(reply, visit, NotFoundPage({ visit, elsewhere }), 404)
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
  // What was sent is not sent again by a link.
  const again = request.method === 'GET' ? { again: localPath(request.url) } : {}
  return sendPage(reply, visit, FaultPage({ visit, ...again }), soonBack ? 503 : 500)
}

/** A visit of a page that must not know who looks at it. */
export function nobody(house: House, request: Pick<Asked, 'cookies'>): Visit {
  const on = (cookie: string) => request.cookies?.[cookie] === 'on'
  const theme = request.cookies?.[THEME_COOKIE]
  return {
    house,
    visitor: { csrfToken: '' },
    elder: on(ELDER_COOKIE),
    ...(isThemeName(theme) ? { theme } : {}),
    kiosk: on(KIOSK_COOKIE),
    path: '/',
  }
}
