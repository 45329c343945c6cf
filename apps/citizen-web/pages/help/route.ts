import type { FastifyInstance } from 'fastify'
import type { House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { AccessibilityPage } from '../accessibility/page.tsx'
import { HelpPage } from './page.tsx'

export function mountHelp(app: FastifyInstance, house: House): void {
  app.get('/help', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, HelpPage({ visit }))
  })

  app.get('/accessibility', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, AccessibilityPage({ visit }))
  })
}
