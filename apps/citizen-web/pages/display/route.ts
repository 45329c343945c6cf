import type { FastifyInstance } from 'fastify'
import { isThemeName } from '#ui/tokens/colour.ts'
import type { House } from '../../house.ts'
import { ELDER_COOKIE, preferenceCookie, sessionCookie, THEME_COOKIE } from '../../http/cookies.ts'
import { enterPosted } from '../../http/guard.ts'
import { localPath, seeOther, sendPage } from '../../http/send.ts'
import { DisplayPage } from './page.tsx'

/** 显示设置: kept in two cookies of this device; nobody has to sign in to read well. */
export function mountDisplay(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: { to?: string; saved?: string } }>('/display', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const { to, saved } = request.query
    const from = localPath(typeof to === 'string' ? to : '/')
    return sendPage(reply, visit, DisplayPage({ visit, from, saved: saved !== undefined }))
  })

  app.post('/display', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { posted } = entered
    const [size, theme] = [posted.text('size'), posted.text('theme')]
    const keep = preferenceCookie(house.options)
    if (size !== '') reply.setCookie(ELDER_COOKIE, size === 'elder' ? 'on' : 'off', keep)
    if (isThemeName(theme)) reply.setCookie(THEME_COOKIE, theme, keep)
    else if (theme === 'system') reply.clearCookie(THEME_COOKIE, sessionCookie(house.options))
    return seeOther(reply, `/display?saved&to=${encodeURIComponent(localPath(posted.text('to')))}`)
  })
}
