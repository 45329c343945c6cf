import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import {
  ANONYMOUS_COOKIE,
  ELDER_COOKIE,
  KIOSK_COOKIE,
  NEW_ACCOUNT_COOKIE,
  preferenceCookie,
  SESSION_COOKIE,
  sessionCookie,
  THEME_COOKIE,
} from '../../http/cookies.ts'
import { enterPosted } from '../../http/guard.ts'
import { seeOther, sendPage } from '../../http/send.ts'
import { KioskAskPage, KioskOffPage, KioskPage } from './page.tsx'

/** Self-service mode (自助终端): a public device opens at /kiosk; an officer's password takes it out again. */
export function mountKiosk(app: FastifyInstance, house: House): void {
  const { services, options } = house

  app.get('/kiosk', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const byLink = request.headers['sec-fetch-site'] === 'cross-site'
    if (!visit.kiosk && byLink) return sendPage(reply, visit, KioskAskPage({ visit }))
    reply.setCookie(KIOSK_COOKIE, 'on', preferenceCookie(options))
    const atKiosk = { ...visit, kiosk: true }
    return sendPage(reply, atKiosk, KioskPage({ visit: atKiosk }))
  })

  // A link and no form: a kiosk without scripts is led here by the page itself. Elsewhere it does nothing.
  app.get('/kiosk/end', async (request, reply) => {
    if (request.cookies[KIOSK_COOKIE] !== 'on') return seeOther(reply, '/')
    const session = request.cookies[SESSION_COOKIE]
    if (session !== undefined) await services.signOut(session)
    for (const cookie of [SESSION_COOKIE, ANONYMOUS_COOKIE, ELDER_COOKIE, THEME_COOKIE, NEW_ACCOUNT_COOKIE])
      reply.clearCookie(cookie, sessionCookie(options))
    reply.header('clear-site-data', '"cache", "storage"')
    return seeOther(reply, '/kiosk')
  })

  app.get('/kiosk/off', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return visit.kiosk ? sendPage(reply, visit, KioskOffPage({ visit })) : seeOther(reply, '/')
  })

  app.post('/kiosk/off', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    if (!visit.kiosk) return seeOther(reply, '/')
    const login = posted.text('login')
    const agent = request.headers['user-agent'] ?? ''
    const answer = await services.unlockKiosk(
      { login, password: posted.get('password') ?? '' },
      request.ip,
      agent,
    )
    if (isRefused(answer)) {
      const problems = [{ target: 'field-login', message: answer.sentence }]
      return sendPage(reply, visit, KioskOffPage({ visit, login, problems }), 422)
    }
    reply.clearCookie(KIOSK_COOKIE, sessionCookie(options))
    return seeOther(reply, '/')
  })
}
