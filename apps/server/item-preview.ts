import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { changePreviews, PREVIEW_PAPERS } from '#capabilities/catalogue/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { downloadHeaders } from '#platform/files/download-headers.ts'
import { API, refuse as answerRefusal } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import { isRefused, refuse, type Refusal } from '#platform/refusal.ts'
import { formPreview, guidePreview, type Previewed } from '../citizen-web/preview.ts'
import type { Assembly } from './assemble.ts'
import type { ServerGate } from './gate.ts'

/** No script runs, nothing is sent anywhere but back here; the workbench may show it in a frame of its own. */
const ON_SHOW =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'self'; sandbox allow-forms allow-same-origin allow-popups"

interface Drafted {
  item: ItemVersion
  of: Previewed
  call: CallBase & { actor: StaffActor }
}

/** A draft as the public would read it. Whoever may not see the change gets what they get for one that does not exist. */
export function previewRoutes(
  app: FastifyInstance,
  house: Pick<Assembly, 'authoring' | 'guides' | 'organisation' | 'demo'>,
  gate: ServerGate,
): void {
  const { previewGuide, previewForm, previewPaper } = changePreviews

  async function drafted(request: FastifyRequest<{ Params: { id: string } }>): Promise<Drafted | Refusal> {
    const call = await gate.call(request)
    if (isRefused(call)) return call
    if (call.caller === undefined) return refuse('signed-out')
    if (!mayCall(previewGuide.who, call.caller) || call.caller.kind !== 'staff') return refuse('forbidden')
    const actor = call.caller
    const { id } = request.params
    const item = isId(id) ? await house.authoring.draft(id, actor) : refuse('change-not-found')
    if (isRefused(item)) return item
    const area = await house.organisation.area(actor.area, legalDay(call.now))
    const base = `${API}/authoring/changes/${id}/preview`
    const options = { areaName: area?.name ?? '', demo: house.demo }
    return { item, of: { options, base }, call: { ...call, actor } }
  }

  const shown = (reply: FastifyReply, html: string) =>
    reply
      .type('text/html; charset=utf-8')
      .headers({ 'content-security-policy': ON_SHOW, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
      .send(html)

  app.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
    API + previewGuide.path,
    async (request, reply) => {
      const found = await drafted(request)
      if (isRefused(found)) return answerRefusal(reply, found, gate.sentences)
      const { item, of, call } = found
      const guide = await house.guides.draftView(call.actor.area, item, legalDay(call.now))
      return shown(reply, guidePreview(of, guide, request.query))
    },
  )
  app.get<{ Params: { id: string } }>(API + previewForm.path, async (request, reply) => {
    const found = await drafted(request)
    if (isRefused(found)) return answerRefusal(reply, found, gate.sentences)
    const { item, of, call } = found
    const regions = await house.organisation.regionDirectory(call.actor.area, legalDay(call.now))
    return shown(reply, formPreview(of, item, regions))
  })
  app.get<{ Params: { id: string; paper: string } }>(API + previewPaper.path, async (request, reply) => {
    const found = await drafted(request)
    if (isRefused(found)) return answerRefusal(reply, found, gate.sentences)
    const { item, call } = found
    const paper = PREVIEW_PAPERS.find((each) => each === request.params.paper)
    const printed =
      paper === undefined
        ? refuse('guide-file-none')
        : await house.guides.draftPaper(call.actor.area, item, legalDay(call.now), paper)
    if (isRefused(printed)) return answerRefusal(reply, printed, gate.sentences)
    const { fileName, bytes } = printed
    const download = { mediaType: 'application/pdf', fileName, size: bytes.byteLength }
    return reply
      .headers(downloadHeaders(download, { inline: true }))
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}

const isId = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
