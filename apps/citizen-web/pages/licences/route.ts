import type { FastifyInstance } from 'fastify'
import type { AboutAsked } from '#capabilities/portal/contract.ts'
import { isRefused, type House } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendBytes, sendPage, sendRefusal } from '../../http/send.ts'
import { firstUnfinished } from '../apply/progress.ts'
import { answerNotFound } from '../trouble/route.ts'
import { mountLicenceAct } from './act-route.ts'
import { LicencePage } from './licence-page.tsx'
import { LicencesPage } from './page.tsx'

const KINDS: readonly AboutAsked['kind'][] = ['change', 'renew', 'cancel']

/** One's own licences, and the applications that begin with one of them. */
export function mountLicences(app: FastifyInstance, house: House): void {
  mountLicenceAct(app, house)
  app.get<{ Querystring: { cursor?: string } }>('/my/licences', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const cursor = request.query.cursor === undefined ? undefined : String(request.query.cursor)
    const found = await house.services.myLicences(visit.visitor, cursor)
    if (isRefused(found)) return sendRefusal(reply, visit, found)
    const { items, nextCursor } = found
    const more = nextCursor === undefined ? {} : { nextCursor }
    return sendPage(
      reply,
      visit,
      LicencesPage({ visit, licences: items, later: cursor !== undefined, ...more }),
    )
  })

  app.get<{ Params: { number: string } }>('/my/licences/:number', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const detail = await house.services.myLicence(visit.visitor, request.params.number)
    if (isRefused(detail)) return sendRefusal(reply, visit, detail)
    return sendPage(reply, visit, LicencePage({ visit, detail }))
  })

  app.post<{ Params: { number: string; kind: string } }>(
    '/my/licences/:number/:kind',
    async (request, reply) => {
      const entered = await enterSignedInPosted(house, request, reply)
      if (!entered) return reply
      const kind = KINDS.find((each) => each === request.params.kind)
      if (kind === undefined) return answerNotFound(house, request, reply)
      const draft = await house.services.applyAbout(entered.visit.visitor, request.params.number, kind)
      return isRefused(draft)
        ? sendRefusal(reply, entered.visit, draft)
        : seeOther(reply, firstUnfinished(draft))
    },
  )

  app.get<{ Params: { number: string; paper: string } }>(
    '/my/licences/:number/papers/:paper',
    async (request, reply) => {
      const visit = await enterSignedIn(house, request, reply)
      if (!visit) return reply
      const { number, paper } = request.params
      const found = await house.services.licencePaper(visit.visitor, number, paper)
      return isRefused(found) ? sendRefusal(reply, visit, found) : sendBytes(reply, found, { personal: true })
    },
  )
}
