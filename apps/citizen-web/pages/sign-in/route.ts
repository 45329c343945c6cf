import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { SESSION_COOKIE, sessionCookie } from '../../http/cookies.ts'
import { enterPosted } from '../../http/guard.ts'
import { localPath, seeOther, sendPage } from '../../http/send.ts'
import { SignInPage } from './page.tsx'

export function mountSignIn(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: { to?: string } }>('/sign-in', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const to = localPath(String(request.query.to ?? '/my'))
    return visit.visitor.citizen ? seeOther(reply, to) : sendPage(reply, visit, SignInPage({ visit, to }))
  })

  app.post('/sign-in', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const [login, to] = [posted.text('login'), localPath(posted.text('to'))]
    const agent = request.headers['user-agent'] ?? ''
    const answer = await house.services.signIn(
      { login, password: posted.get('password') ?? '' },
      request.ip,
      agent,
    )
    if (isRefused(answer))
      return sendPage(reply, visit, SignInPage({ visit, to, login, refusal: answer }), 422)
    reply.setCookie(SESSION_COOKIE, answer.session, sessionCookie(house.options))
    return seeOther(reply, to)
  })

  app.post('/sign-out', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const session = request.cookies[SESSION_COOKIE]
    if (session !== undefined) await house.services.signOut(session)
    reply.clearCookie(SESSION_COOKIE, sessionCookie(house.options))
    return seeOther(reply, '/')
  })
}
