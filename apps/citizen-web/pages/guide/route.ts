import type { FastifyInstance } from 'fastify'
import { EDITIONS } from '#capabilities/guide/contract.ts'
import { newId } from '#platform/id.ts'
import { isRefused, type House } from '../../house.ts'
import { enterPosted } from '../../http/guard.ts'
import { seeOther, sendBytes, sendPage } from '../../http/send.ts'
import { answerNotFound } from '../trouble/route.ts'
import { GuidePage } from './page.tsx'
import { situationOf } from './situation.tsx'

export function mountGuide(app: FastifyInstance, house: House): void {
  app.get<{ Params: { item: string }; Querystring: Record<string, unknown> }>(
    '/items/:item',
    async (request, reply) => {
      const visit = await house.enter(request, reply)
      const view = await house.services.guide(request.params.item, visit.region)
      if (isRefused(view)) return answerNotFound(house, request, reply)
      return sendPage(
        reply,
        visit,
        GuidePage({
          ...{ visit, view, answers: situationOf(view.item, request.query) },
          asking: { requestId: newId(), asked: request.query['asked'] !== undefined },
        }),
      )
    },
  )

  app.post<{ Params: { item: string } }>('/items/:item/questions', async (request, reply) => {
    const entered = await enterPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    const { item } = request.params
    const text = posted.text('question')
    const asked = await house.services.ask(item, text, posted.text('requestId') || newId())
    if (!isRefused(asked)) return seeOther(reply, `/items/${item}?asked#ask-us`)
    const view = await house.services.guide(item, visit.region)
    if (isRefused(view)) return answerNotFound(house, request, reply)
    const problems = [{ target: 'field-question', message: asked.sentence }]
    const asking = { requestId: newId(), text, problems }
    return sendPage(reply, visit, GuidePage({ visit, view, answers: {}, asking }), 422)
  })

  for (const edition of EDITIONS) {
    const file = edition === 'full' ? 'guide.pdf' : `guide-${edition}.pdf`
    app.get<{ Params: { item: string }; Querystring: Record<string, unknown> }>(
      `/items/:item/${file}`,
      async (request, reply) => {
        const { item } = request.params
        const paper = await house.services.guidePdf(item, edition, localOf(request.query))
        return isRefused(paper) ? answerNotFound(house, request, reply) : sendBytes(reply, paper)
      },
    )
  }

  for (const file of ['form-blank', 'form-sample', 'result-sample'] as const)
    app.get<{ Params: { item: string } }>(`/items/:item/${file}.pdf`, async (request, reply) => {
      const paper = await house.services.guideFile(request.params.item, file)
      return isRefused(paper) ? answerNotFound(house, request, reply) : sendBytes(reply, paper)
    })
}

/** Which place hands it out, and for which situation; anything that is not one word is not asked. */
function localOf(query: Readonly<Record<string, unknown>>): { place?: string; situation?: string } {
  const { place, situation } = query
  return {
    ...(typeof place === 'string' && place !== '' ? { place } : {}),
    ...(typeof situation === 'string' && situation !== '' ? { situation } : {}),
  }
}
