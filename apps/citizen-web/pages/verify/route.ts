import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { seeOther, sendPage } from '../../http/send.ts'
import { receiveOneFile } from '../../http/upload.ts'
import { VerifyAskPage, VerifyPage } from './page.tsx'

export function mountVerify(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: { code?: string } }>('/verify', async (request, reply) => {
    const visit = await house.enter(request, reply)
    if (request.query.code === undefined) return sendPage(reply, visit, VerifyAskPage({ visit }))
    const code = tokenIn(String(request.query.code))
    if (code !== '') return seeOther(reply, `/verify/${encodeURIComponent(code)}`)
    const problems = [{ target: 'field-code', message: '请输入文书上印的核验网址或者核验码' }]
    return sendPage(reply, visit, VerifyAskPage({ visit, problems }), 422)
  })

  app.get<{ Params: { token: string } }>('/verify/:token', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const { token } = request.params
    const view = await house.services.verify(token)
    return sendPage(reply, visit, VerifyPage({ visit, token, view }), view.genuine ? 200 : 404)
  })

  app.post<{ Params: { token: string } }>('/verify/:token', async (request, reply) => {
    const visit = await house.enter(request, reply)
    const { token } = request.params
    const received = await receiveOneFile(request, reply, visit, (upload) =>
      house.services.verifyFile(token, upload),
    )
    if (!received) return reply
    if (!isRefused(received.answer))
      return sendPage(reply, visit, VerifyPage({ visit, token, ...received.answer }))
    const view = await house.services.verify(token)
    const problems = [{ target: 'field-file', message: received.answer.sentence }]
    return sendPage(reply, visit, VerifyPage({ visit, token, view, problems }), 422)
  })
}

/** What people copy from a paper: the whole address, or only its end. */
function tokenIn(typed: string): string {
  const text = typed.normalize('NFKC').replace(/\s/g, '')
  return text
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1)!
}
