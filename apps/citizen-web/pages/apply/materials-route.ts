import type { FastifyInstance, FastifyReply } from 'fastify'
import type { DraftView } from '#capabilities/portal/contract.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { receiveOneFile } from '../../http/upload.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { enterDraft, enterDraftPosted, type DraftParams } from './draft.ts'
import { MaterialsPage } from './materials-page.tsx'
import { notUploaded } from './not-uploaded.ts'
import { stepPath } from './steps.tsx'

interface MaterialParams {
  Params: { draft: string; material: string }
}

export function mountMaterials(app: FastifyInstance, house: House): void {
  app.get<DraftParams & { Querystring: { asked?: string } }>(
    '/apply/:draft/materials',
    async (request, reply) => {
      const entered = await enterDraft(house, request, reply)
      if (!entered) return reply
      const problems = request.query.asked === undefined ? [] : missing(entered.draft)
      return sendPage(
        reply,
        entered.visit,
        MaterialsPage({ ...entered, problems, mayGoOn: problems.length > 0 }),
      )
    },
  )

  app.post<DraftParams>('/apply/:draft/materials', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { draft, posted } = entered
    const problems = missing(draft)
    // Asked once, then let through: an incomplete application is received and told once what it lacks (行政许可法第三十二条).
    // Answered by an address of its own, so that the browser's “back” from the next step finds a page.
    const asks = problems.length > 0 && posted.text('then') !== 'later'
    return seeOther(reply, asks ? `${stepPath(draft.id, 'materials')}?asked=1` : stepPath(draft.id, 'check'))
  })

  app.post<MaterialParams>('/apply/:draft/materials/:material', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    if (!entered) return reply
    const { visit, draft } = entered
    const { material } = request.params
    const target = `material-${material}-file`
    const { visitor } = visit
    const received = await receiveOneFile(request, reply, visit, (upload) =>
      house.services.uploadToDraft(visitor, draft.id, material, upload),
    )
    if (received === undefined) return reply
    if (isRefused(received.answer))
      return again(reply, visit, draft, [{ target, message: received.answer.sentence }])
    const replaced = received.form.text('replaces')
    if (replaced !== '') await house.services.removeFromDraft(visitor, draft.id, material, replaced)
    return seeOther(reply, `${stepPath(draft.id, 'materials')}#material-${material}`)
  })

  app.post<MaterialParams>('/apply/:draft/materials/:material/remove', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { visit, draft, posted } = entered
    const { material } = request.params
    const answer = await house.services.removeFromDraft(
      visit.visitor,
      draft.id,
      material,
      posted.text('file'),
    )
    if (isRefused(answer)) return sendRefusal(reply, visit, answer)
    return seeOther(reply, `${stepPath(draft.id, 'materials')}#material-${material}`)
  })
}

function missing(draft: DraftView): Problem[] {
  return notUploaded(draft).map(({ id, name }) => ({
    target: `material-${id}-file`,
    message: `还没有上传“${name}”`,
  }))
}

function again(reply: FastifyReply, visit: Visit, draft: DraftView, problems: Problem[]): FastifyReply {
  return sendPage(reply, visit, MaterialsPage({ visit, draft, problems }), 422)
}
