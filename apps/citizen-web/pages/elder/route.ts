import type { FastifyInstance } from 'fastify'
import type { House } from '../../house.ts'
import { ELDER_COOKIE, preferenceCookie } from '../../http/cookies.ts'
import { postedForm } from '../../http/posted.ts'
import { seeOther } from '../../http/send.ts'

/** Large characters on or off; a preference without effect on anybody else, so it carries no token. */
export function mountElder(app: FastifyInstance, house: House): void {
  app.post('/elder', async (request, reply) => {
    const posted = postedForm(request)
    const mode = posted.text('mode') === 'on' ? 'on' : 'off'
    reply.setCookie(ELDER_COOKIE, mode, preferenceCookie(house.options))
    return seeOther(reply, posted.text('to'))
  })
}
