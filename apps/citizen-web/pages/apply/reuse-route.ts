import type { FastifyInstance } from 'fastify'
import { isRefused, type House } from '../../house.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { enterDraft, enterDraftPosted, type DraftParams } from './draft.ts'
import { ReusePage } from './reuse-page.tsx'
import { firstUnfinished } from './progress.ts'

export function mountReuse(app: FastifyInstance, house: House): void {
  app.get<DraftParams>('/apply/:draft/reuse', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    if (!entered) return reply
    const { visit, draft } = entered
    return draft.reusable.length === 0
      ? seeOther(reply, firstUnfinished(draft))
      : sendPage(reply, visit, ReusePage({ visit, draft }))
  })

  app.post<DraftParams>('/apply/:draft/reuse', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { visit, draft, posted } = entered
    const saved = await house.services.reuse(visit.visitor, draft.id, posted.text('use') === 'yes')
    return isRefused(saved) ? sendRefusal(reply, visit, saved) : seeOther(reply, firstUnfinished(saved))
  })
}
