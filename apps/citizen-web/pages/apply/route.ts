import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { mountCheck } from './check-route.ts'
import { mountCounter } from './counter-route.ts'
import { enterDraft, enterDraftPosted, type DraftParams } from './draft.ts'
import { DropPage } from './drop-page.tsx'
import { mountForm } from './form-route.ts'
import { mountMaterials } from './materials-route.ts'
import { mountReuse } from './reuse-route.ts'
import { StartPage } from './start-page.tsx'
import { firstUnfinished } from './progress.ts'
import { mountWay } from './way-route.ts'
import { mountWhere } from './where-route.ts'

/** Applying in a few short steps over a saved draft; each step posts and goes on to the next. */
export function mountApply(app: FastifyInstance, house: House): void {
  app.get<{ Params: { item: string } }>('/items/:item/apply', async (request, reply) => {
    const view = await house.services.guide(request.params.item)
    if (isRefused(view)) return answerNotFound(house, request, reply)
    const visit = await house.enter(request, reply)
    return sendPage(reply, visit, StartPage({ visit, view }))
  })

  app.post<{ Params: { item: string } }>('/items/:item/apply', async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const draft = await house.services.openDraft(entered.visit.visitor, request.params.item)
    return isRefused(draft)
      ? sendRefusal(reply, entered.visit, draft)
      : seeOther(reply, draft.reusable.length > 0 ? `/apply/${draft.id}/reuse` : firstUnfinished(draft))
  })

  app.get<DraftParams>('/apply/:draft', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    return entered ? seeOther(reply, firstUnfinished(entered.draft)) : reply
  })

  mountReuse(app, house)
  mountWhere(app, house)
  mountForm(app, house)
  mountWay(app, house)
  mountMaterials(app, house)
  mountCheck(app, house)
  mountCounter(app, house)

  app.get<DraftParams>('/apply/:draft/drop', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    return entered ? sendPage(reply, entered.visit, DropPage(entered)) : reply
  })

  app.post<DraftParams>('/apply/:draft/drop', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const answer = await house.services.dropDraft(entered.visit.visitor, entered.draft.id)
    return isRefused(answer) ? sendRefusal(reply, entered.visit, answer) : seeOther(reply, '/my')
  })
}
