import type { FastifyInstance, FastifyReply } from 'fastify'
import type { DraftView, PageRefusal } from '#capabilities/portal/contract.ts'
import { newId } from '#platform/id.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedInPosted } from '../../http/guard.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { problemsOf } from '../../problems.ts'
import { CheckPage, type CheckProps } from './check-page.tsx'
import { enterDraft, type DraftParams } from './draft.ts'
import { questionPath, refusedPath, stepPath } from './progress.ts'

export function mountCheck(app: FastifyInstance, house: House): void {
  app.get<DraftParams>('/apply/:draft/check', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    return entered ? show(reply, entered.visit, entered.draft, newId(), []) : reply
  })

  app.post<DraftParams>('/apply/:draft/check', async (request, reply) => {
    const entered = await enterSignedInPosted(house, request, reply)
    if (!entered) return reply
    const { visit, posted } = entered
    // The draft is gone once filed; the second press of a double click must still find its case by the request id.
    const keep = posted.text('keep') === 'yes'
    const { draft: id } = request.params
    const again = posted.text('again').trim().slice(0, 200)
    const answer = await house.services.file(visit.visitor, id, posted.text('requestId'), {
      keep,
      ...([...again].length < AGAIN_LEAST ? {} : { again }),
    })
    if (!isRefused(answer)) return seeOther(reply, `/my/cases/${answer.no}/submitted`)
    const draft = await house.services.draft(visit.visitor, request.params.draft)
    if (isRefused(draft)) return sendRefusal(reply, visit, answer)
    // A refused request id may be bound to this body; a mended application is a new request.
    const isTwin = answer.code === 'already-applied'
    return show(
      reply,
      visit,
      draft,
      newId(),
      problemsOf(
        answer,
        (field) => placeOf(draft, field, answer),
        isTwin ? 'field-again' : wayOf(draft, answer),
      ),
      { keep, ...(isTwin ? { again } : {}) },
    )
  })
}

/** Fewer signs are no reason. */
const AGAIN_LEAST = 4

/** Which step holds what has to be mended. */
function placeOf(draft: DraftView, field: string, { code, problems = [] }: PageRefusal): string {
  const { form, materials } = draft.item
  if (form.fields.some((one) => one.name === field))
    return `${questionPath(draft.id, field, { back: true, mend: true })}#field-${field}`
  const isPaper = (id: string) => materials.some((one) => one.id === id)
  if (isPaper(field))
    return refusedPath(draft.id, field, code, problems.map((one) => one.field).filter(isPaper))
  return `${stepPath(draft.id, 'where')}?back=check#field-${field}`
}

/** A refused promise is mended where the way is chosen, or where the answers are that close it. */
function wayOf(draft: DraftView, { code }: PageRefusal): string | undefined {
  if (!code.startsWith('commitment-') && code !== 'promise-to-confirm') return undefined
  return `${stepPath(draft.id, draft.commitment === undefined ? 'form' : 'way')}?back=check`
}

async function show(
  reply: FastifyReply,
  visit: Visit,
  draft: DraftView,
  requestId: string,
  problems: Problem[],
  said: Pick<CheckProps, 'keep' | 'again'> = {},
): Promise<FastifyReply> {
  const { services } = visit.house
  const regions = await services.regions()
  const places = draft.region === undefined ? [] : await services.places(draft.item, draft.region)
  const page = CheckPage({ visit, draft, regions, places, requestId, problems, ...said })
  return sendPage(reply, visit, page, problems.length > 0 ? 422 : 200)
}
