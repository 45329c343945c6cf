import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { enterPosted } from '../../http/guard.ts'
import { sendPage } from '../../http/send.ts'
import { ProgressPage, QueryPage } from './page.tsx'

/** Asked by a form and answered on the spot, so that no address bar and no history keeps number and code. */
export function mountQuery(app: FastifyInstance, house: House): void {
  app.get('/query', async (request, reply) => {
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, QueryPage({ visit }))
  })

  app.post('/query', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const [no, code] = [compact(posted.text('no')).toUpperCase(), compact(posted.text('code'))]
    const missing = [
      ...(no === '' ? [{ target: 'field-no', message: '请填写办件编号' }] : []),
      ...(code === '' ? [{ target: 'field-code', message: '请填写查询码' }] : []),
    ]
    if (missing.length > 0) return sendPage(reply, visit, QueryPage({ visit, no, problems: missing }), 422)
    const progress = await house.services.progress(no, code, request.ip)
    if (!isRefused(progress))
      return sendPage(reply, visit, ProgressPage({ visit, progress }), 200, { personal: true })
    const problems = [{ target: 'field-no', message: progress.sentence }]
    const status = progress.code === 'query-not-matched' ? 422 : 429
    return sendPage(reply, visit, QueryPage({ visit, no, problems }), status)
  })
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '')
}
