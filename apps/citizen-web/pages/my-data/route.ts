import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { MyDataPage } from './page.tsx'

/** What is kept on consent (个人信息保护法 15, 45, 47): seen, deleted and taken back by the person alone. */
export function mountMyData(app: FastifyInstance, house: House): void {
  const { services } = house

  app.get('/my/data', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const data = await services.myData(visit.visitor)
    return isRefused(data)
      ? sendRefusal(reply, visit, data)
      : sendPage(reply, visit, MyDataPage({ visit, data }))
  })

  app.post('/my/data/delete', async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const done = await services.forgetData(visit.visitor, posted.text('holder'), posted.text('element'))
    return isRefused(done) ? sendRefusal(reply, visit, done) : seeOther(reply, '/my/data')
  })

  app.post('/my/data/withdraw', async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const done = await services.withdrawConsent(entered.visit.visitor)
    return isRefused(done) ? sendRefusal(reply, entered.visit, done) : seeOther(reply, '/my/data')
  })
}
