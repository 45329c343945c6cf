import type { FastifyInstance, FastifyReply } from 'fastify'
import type { DraftView, FileView } from '#capabilities/portal/contract.ts'
import { paperRefused } from '#capabilities/portal/model.ts'
import { downloadHeaders } from '#platform/files/download-headers.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedIn } from '../../http/guard.ts'
import { kept, receiveFiles, receiveOneFile } from '../../http/upload.ts'
import { seeOther, sendPage, sendRefusal, wantsLine } from '../../http/send.ts'
import { renderPart } from '#ui/html.ts'
import { enterDraft, enterDraftPosted, type DraftParams } from './draft.ts'
import { LACKING, MaterialsPage, UploadedFile } from './materials-page.tsx'
import { notUploaded } from './not-uploaded.ts'
import { formParts, stepPath } from './progress.ts'

interface Refused {
  why?: string
  paper?: string | string[]
}

interface FileParams {
  Params: { draft: string; file: string }
}

interface MaterialParams {
  Params: { draft: string; material: string }
}

export function mountMaterials(app: FastifyInstance, house: House): void {
  app.get<DraftParams & { Querystring: Refused & { asked?: string } }>(
    '/apply/:draft/materials',
    async (request, reply) => {
      const entered = await enterDraft(house, request, reply)
      if (!entered) return reply
      const problems = refusedOn(entered.draft, request.query)
      const mayGoOn = request.query.asked !== undefined && notUploaded(entered.draft).length > 0
      return sendPage(reply, entered.visit, MaterialsPage({ ...entered, problems, mayGoOn }))
    },
  )

  app.get<FileParams>('/apply/:draft/files/:file', async (request, reply) => {
    const visit = await enterSignedIn(house, request, reply)
    if (!visit) return reply
    const { draft, file } = request.params
    const found = await house.services.draftFile(visit.visitor, draft, file)
    if (isRefused(found)) return sendRefusal(reply, visit, found)
    return reply.headers(downloadHeaders(found, { inline: true })).send(found.stream)
  })

  app.post<DraftParams>('/apply/:draft/materials', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { draft, posted } = entered
    return seeOther(reply, afterUploads(draft, posted.text('then')))
  })

  app.post<DraftParams>('/apply/:draft/uploads', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    if (!entered) return reply
    const { visit, draft } = entered
    const refused: Problem[] = []
    const form = await receiveFiles(request, reply, visit, async (field, upload) => {
      const material = field.replace(/^file\./, '')
      const answer = await kept(visit, upload, (one) =>
        house.services.uploadToDraft(visit.visitor, draft.id, material, one),
      )
      if (isRefused(answer))
        refused.push({
          target: `material-${material}-file`,
          message: `${upload.fileName}：${answer.sentence}`,
        })
    })
    if (form === undefined) return reply
    const now = await house.services.draft(visit.visitor, draft.id)
    if (isRefused(now)) return sendRefusal(reply, visit, now)
    if (refused.length > 0) return again(reply, visit, now, refused)
    return seeOther(reply, afterUploads(now, form.text('then')))
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
    const byScript = wantsLine(request)
    if (isRefused(received.answer) && byScript)
      return reply.code(422).send({ sentence: received.answer.sentence })
    if (isRefused(received.answer))
      return again(reply, visit, draft, [{ target, message: received.answer.sentence }])
    const twin = received.form.text('again') === '' ? undefined : twinOf(received.answer, draft, material)
    if (twin) await house.services.removeFromDraft(visitor, draft.id, material, received.answer.id)
    const file = twin ?? received.answer
    const replaced = received.form.text('replaces')
    if (replaced !== '') await house.services.removeFromDraft(visitor, draft.id, material, replaced)
    if (byScript)
      return reply.send({
        line: renderPart(UploadedFile({ visit, draft, material, file })!),
      })
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

/** What filing did not take, named on the line of its paper. */
function refusedOn({ item }: DraftView, { why = '', paper = [] }: Refused): Problem[] {
  return item.materials.flatMap(({ id, name }) => {
    const message = [paper].flat().includes(id) ? paperRefused(String(why), name) : undefined
    return message === undefined ? [] : [{ target: `material-${id}-file`, message }]
  })
}

/** A file sent again because its answer was lost: the one that had arrived stands, and not two of it. */
function twinOf({ size }: FileView, draft: DraftView, material: string): FileView | undefined {
  return draft.files[material]?.find((held) => held.size === size)
}

/**
 * Asked once, then let through: an incomplete application is received and told once what it lacks (行政许可法第三十二条).
 * Asked at an address of its own, so that the browser's “back” from the next step finds a page.
 */
function afterUploads(draft: DraftView, then: string): string {
  const materials = stepPath(draft.id, 'materials')
  if (then === 'back')
    return draft.commitment === undefined ? formParts(draft).at(-1)!.href : stepPath(draft.id, 'way')
  if (then === 'stay') return materials
  const lacks = notUploaded(draft).length > 0
  return lacks && then !== 'later' ? `${materials}?asked=1#${LACKING}` : stepPath(draft.id, 'check')
}

function again(reply: FastifyReply, visit: Visit, draft: DraftView, problems: Problem[]): FastifyReply {
  return sendPage(reply, visit, MaterialsPage({ visit, draft, problems }), 422)
}
