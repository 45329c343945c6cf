import type { FastifyInstance } from 'fastify'
import type { DraftView, PlaceView } from '#capabilities/portal/contract.ts'
import { check, decode, filledIn } from '#ui/form/index.ts'
import { isRefused, type House } from '../../house.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { enterDraft, enterDraftPosted, type DraftParams } from './draft.ts'
import { FormPage } from './form-page.tsx'
import { stepPath } from './steps.tsx'

export function mountForm(app: FastifyInstance, house: House): void {
  app.get<DraftParams & { Querystring: { place?: string } }>('/apply/:draft/form', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    if (!entered) return reply
    const { visit, draft } = entered
    const regions = await house.services.regions()
    const place = request.query.place === undefined ? undefined : await placeOf(house, draft)
    const page = FormPage({ visit, draft, regions, values: draft.values, ...(place ? { place } : {}) })
    return sendPage(reply, visit, page)
  })

  app.post<DraftParams>('/apply/:draft/form', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { visit, draft, posted } = entered
    const values = filledIn(draft.item.form, decode(draft.item.form, posted))
    // What was typed is kept before it is judged: a wrong digit must not cost a page of writing.
    const saved = await house.services.saveDraft(visit.visitor, draft.id, { values })
    if (isRefused(saved) && !saved.problems) return sendRefusal(reply, visit, saved)
    if (posted.text('then') === 'leave') return seeOther(reply, '/my')
    const regions = await house.services.regions()
    const found = check(draft.item.form, values, { regions, today: draft.today })
    const errors = found.length > 0 ? found : isRefused(saved) ? (saved.problems ?? []) : []
    const offersChoice = !isRefused(saved) && saved.commitment !== undefined
    if (errors.length === 0) return seeOther(reply, stepPath(draft.id, offersChoice ? 'way' : 'materials'))
    return sendPage(reply, visit, FormPage({ visit, draft, regions, values, errors }), 422)
  })
}

/** The place that was chosen for somebody who named only their village. */
async function placeOf(
  house: House,
  { item, region, acceptPlace }: DraftView,
): Promise<PlaceView | undefined> {
  if (region === undefined) return undefined
  const places = await house.services.places(item.id, region)
  return places.find(({ id }) => id === acceptPlace)
}
