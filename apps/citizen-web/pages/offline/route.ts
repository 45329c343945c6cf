import type { FastifyInstance } from 'fastify'
import type { House } from '../../house.ts'
import { sendPage } from '../../http/send.ts'
import { nobody } from '../trouble/route.ts'
import { OfflinePage } from './page.tsx'
import { workerText } from './worker.ts'

export function mountOffline(app: FastifyInstance, house: House): void {
  // It is kept by the browser, so it knows nobody.
  app.get('/offline', (request, reply) => {
    const visit = nobody(house, request)
    return sendPage(reply, visit, OfflinePage({ visit }))
  })

  app.get('/offline-worker.js', (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(workerText(house.css.path)),
  )
}
