import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { CounterPage } from './counter-page.tsx'
import type { DraftParams } from './draft.ts'
import { draftPath } from './progress.ts'

/** The owner's side of the handover between online and counter (POR-09); also while the draft lies on a counter. */
export function mountCounter(app: FastifyInstance, house: House): void {
  const { services } = house

  app.get<DraftParams>('/apply/:draft/counter', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const view = await services.handover(visit.visitor, request.params.draft)
    return isRefused(view)
      ? sendRefusal(reply, visit, view)
      : sendPage(reply, visit, CounterPage({ visit, view }))
  })

  app.post<DraftParams>('/apply/:draft/counter', async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const { draft } = request.params
    const then = posted.text('then')
    const done =
      then === 'back'
        ? await services.takeDraftBack(visit.visitor, draft)
        : then === 'revoke'
          ? await services.revokePickUpCode(visit.visitor, draft)
          : await services.makePickUpCode(visit.visitor, draft)
    if (isRefused(done)) return sendRefusal(reply, visit, done)
    return seeOther(reply, then === 'back' ? draftPath(draft) : `/apply/${draft}/counter`)
  })
}
