import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Book } from '#capabilities/books/model.ts'
import type { Actor } from '#engine/actor.ts'
import { caseHttp, caseLists, caseRoutes, fileContract, type Download } from '#capabilities/case/index.ts'
import { licenceFiles, licenceHttp, licenceRoutes, noticeRoutes } from '#capabilities/case/index.ts'
import { screenEventRoutes, screenRoutes } from '#capabilities/case/index.ts'
import {
  agencyHttp,
  certificateFiles,
  certificateRoutes,
  paymentFiles,
  paymentRoutes,
} from '#capabilities/agency/index.ts'
import { bookFiles, bookHttp, bookPhotos, bookRoutes } from '#capabilities/books/index.ts'
import {
  authoringHttp,
  delegationFiles,
  delegationHttp,
  delegationRoutes,
  sinkingFiles,
  sinkingHttp,
  sinkingRoutes,
  catalogueHttp,
  catalogueRoutes,
  changePreviews,
  changeRoutes,
  gateFiles,
  exchangeFileHttp,
  itemImportFiles,
  itemImportHttp,
  itemImportRoutes,
  outsideItemFiles,
  outsideItemHttp,
  outsideItemRoutes,
  outsideNewsBook,
  exchangeFiles,
  elementHttp,
  elementRoutes,
  gateHttp,
  gateRoutes,
  layerFiles,
  layerHttp,
  layerRoutes,
  listFiles,
  listHttp,
  listRoutes,
  powerFiles,
  residencyFiles,
  residencyHttp,
  residencyRoutes,
  powerHttp,
  powerRoutes,
  subscriptionHttp,
  subscriptionRoutes,
} from '#capabilities/catalogue/index.ts'
import { rectificationHttp, rectificationRoutes } from '#capabilities/evaluation/index.ts'
import { guideFiles, guideHttp, guideRoutes } from '#capabilities/guide/index.ts'
import { sealFiles, sealHttp, sealRoutes } from '#capabilities/licence-seal/index.ts'
import {
  groundFiles,
  groundHttp,
  groundRoutes,
  organisationHttp,
  organisationRoutes,
} from '#capabilities/organisation/index.ts'
import {
  administrationRoutes,
  dutyRoutes,
  savedListRoutes,
  sessionRoutes,
  staffHttp,
} from '#capabilities/staff/index.ts'
import { programmeHttp, reportFiles, reportRoutes } from '#capabilities/programme/index.ts'
import { draftsOfItems, portalHttp, portalOffice, portalRoutes } from '#capabilities/portal/index.ts'
import {
  supervisionFiles,
  supervisionHttp,
  supervisionRoutes,
  supervisionUploads,
} from '#capabilities/supervision/index.ts'
import { downloadHeaders } from '#platform/files/download-headers.ts'
import { API, refuse as answerRefusal } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import type { Who } from '#platform/http/contract.ts'
import { openApi } from '#platform/http/openapi.ts'
import { isTooLarge, whole } from '#platform/http/whole-file.ts'
import { isId } from '#platform/id.ts'
import { isRefused, refuse, type Refusal } from '#platform/refusal.ts'
import { hasSealOf, workloadOf } from './books.ts'
import { stillUsedIn } from './still-used.ts'
import type { Assembly } from './assemble.ts'
import { STAFF_COOKIE, type ServerGate } from './gate.ts'
import { healthRoutes } from './health.ts'
import { previewRoutes } from './item-preview.ts'

export const CONTRACTS = {
  session: sessionRoutes,
  administration: administrationRoutes,
  duty: dutyRoutes,
  savedList: savedListRoutes,
  organisation: organisationRoutes,
  ground: groundRoutes,
  groundFiles,
  reports: reportRoutes,
  reportFiles,
  catalogue: catalogueRoutes,
  changes: changeRoutes,
  changePreviews,
  subscriptions: subscriptionRoutes,
  books: bookRoutes,
  bookFiles,
  bookPhotos,
  itemQuality: gateRoutes,
  dataElements: elementRoutes,
  itemLayers: layerRoutes,
  itemLayerFiles: layerFiles,
  itemQualityFiles: gateFiles,
  exchangeFiles,
  itemImports: itemImportRoutes,
  outsideItems: outsideItemRoutes,
  outsideItemFiles,
  itemImportFiles,
  lists: listRoutes,
  listFiles,
  payments: paymentRoutes,
  paymentFiles,
  certificates: certificateRoutes,
  certificateFiles,
  residency: residencyRoutes,
  residencyFiles,
  powers: powerRoutes,
  delegation: delegationRoutes,
  delegationFiles,
  sinking: sinkingRoutes,
  sinkingFiles,
  powerFiles,
  seals: sealRoutes,
  sealFiles,
  guide: guideRoutes,
  guideFiles,
  case: caseRoutes,
  caseLists,
  notice: noticeRoutes,
  files: fileContract,
  licences: licenceRoutes,
  licenceFiles,
  screen: screenRoutes,
  screenEvents: screenEventRoutes,
  portal: portalRoutes,
  rectification: rectificationRoutes,
  supervision: supervisionRoutes,
  supervisionFiles,
  supervisionUploads,
}

export interface HttpHouse {
  house: Assembly
  gate: ServerGate
  secureCookies: boolean
}

/** Mounts the JSON interface, downloads and the workbench on the server. */
export async function mountApi(
  app: FastifyInstance,
  { house, gate, secureCookies }: HttpHouse,
): Promise<void> {
  const registry = { db: house.db, ledger: house.ledger }
  staffHttp(app, { ...house, registry, cookie: { name: STAFF_COOKIE, secure: secureCookies } }, gate)
  organisationHttp(app, house.organisation, gate)
  groundHttp(app, { ...house, stillUsed: stillUsedIn(house) }, gate)
  programmeHttp(app, { ...house, posts: house.staff }, gate)
  catalogueHttp(app, house.catalogue, gate)
  gateHttp(app, house, gate)
  const openDrafts = (area: string, items: readonly string[]) => draftsOfItems(house.db, area, items)
  elementHttp(app, { ...house, openDrafts }, gate)
  exchangeFileHttp(app, house, gate)
  itemImportHttp(app, house, gate)
  outsideItemHttp(app, { ...house, newsBook: outsideNewsBook(house.organisation) as Book }, gate)
  authoringHttp(app, house, gate)
  previewRoutes(app, house, gate)
  subscriptionHttp(app, house, gate)
  bookHttp(app, house.books, gate)
  layerHttp(app, house, gate)
  listHttp(app, house, gate)
  residencyHttp(app, house, gate)
  agencyHttp(app, { ...house, posts: house.staff }, gate)
  powerHttp(app, house, gate)
  delegationHttp(app, { ...house, hasSeal: hasSealOf(house) }, gate)
  sinkingHttp(app, { ...house, workload: workloadOf(house.db) }, gate)
  sealHttp(app, house, gate)
  guideHttp(app, house, gate)
  caseHttp(app, house.cases, gate)
  licenceHttp(app, house.cases.licences, gate)
  fileRoutes(app, house, gate)
  portalHttp(app, portalOffice(house), gate)
  rectificationHttp(app, house.rectifications, gate)
  supervisionHttp(app, house.supervision, gate)
  healthRoutes(app, house)
  const description = openApi('一窗 Yichuang', '1', CONTRACTS)
  app.get('/api/openapi.json', async () => description)
}

/** Uploads and downloads: streams instead of JSON, behind the same gate. */
function fileRoutes(app: FastifyInstance, house: Assembly, gate: ServerGate): void {
  const { upload, paper, caseFile, ownUpload } = fileContract
  app.post(API + upload.path, async (request, reply) => {
    const call = await callOf(gate, request, upload.who)
    if (isRefused(call)) return answerRefusal(reply, call, gate.sentences)
    const part = await request.file()
    if (part === undefined) return answerRefusal(reply, refuse('file-empty'), gate.sentences)
    const stored = await house.cases.attachments
      .upload(call.area, call.actor, part.filename, whole(part.file))
      .catch((error: unknown) => {
        if (isTooLarge(error)) return refuse('file-too-large')
        throw error
      })
    return isRefused(stored) ? answerRefusal(reply, stored, gate.sentences) : stored
  })
  app.get<{ Params: { no: string; id: string } }>(API + paper.path, (request, reply) =>
    download(gate, request, reply, (actor) => house.cases.paper(actor, request.params.no, request.params.id)),
  )
  app.get<{ Params: { no: string; id: string } }>(API + caseFile.path, (request, reply) =>
    download(gate, request, reply, (actor) =>
      house.cases.caseFile(actor, request.params.no, request.params.id),
    ),
  )
  app.post(API + bookPhotos.uploadPhoto.path, async (request, reply) => {
    const call = await callOf(gate, request, bookPhotos.uploadPhoto.who)
    if (isRefused(call)) return answerRefusal(reply, call, gate.sentences)
    const part = await request.file()
    if (part === undefined) return answerRefusal(reply, refuse('file-empty'), gate.sentences)
    const { area, actor } = call
    const stored = await house.books
      .uploadPhoto({ area, actor, fileName: part.filename, bytes: whole(part.file) })
      .catch((error: unknown) => {
        if (isTooLarge(error)) return refuse('file-too-large')
        throw error
      })
    return isRefused(stored) ? answerRefusal(reply, stored, gate.sentences) : stored
  })
  app.get<{ Params: { book: string; id: string; photo: string } }>(
    API + bookPhotos.photo.path,
    (request, reply) =>
      download(gate, request, reply, async (actor) => {
        if (actor.kind !== 'staff') return refuse('forbidden')
        const { book: kind, ...of } = request.params
        const looking = { actor, now: house.clock.now(), reliesOn: [] }
        const book = house.books.find(kind, looking)
        if (book === undefined) return refuse('book-not-found')
        const found =
          isId(of.id) && isId(of.photo)
            ? await house.books.photo(book, of, looking)
            : refuse('book-photo-unknown')
        if (isRefused(found)) return found
        const { mediaType, size, content } = found
        const stream = Readable.from(content.stream())
        // Also when nobody ever reads: an answer that is given up destroys its stream.
        stream.once('close', () => void content.close())
        return { fileName: `照片-${of.photo.slice(-6)}.${mediaType.split('/')[1]}`, mediaType, size, stream }
      }),
  )
  app.get<{ Params: { number: string; id: string } }>(
    API + licenceFiles.licencePaper.path,
    (request, reply) =>
      download(gate, request, reply, async (actor, area) => {
        const { number, id } = request.params
        const looking = { actor, now: house.clock.now(), reliesOn: [] }
        return house.cases.licences.paper(area, number, id, looking)
      }),
  )
  app.get<{ Params: { id: string } }>(API + ownUpload.path, (request, reply) =>
    download(gate, request, reply, (actor, area) => house.cases.ownUpload(area, actor, request.params.id)),
  )
}

async function callOf(
  gate: ServerGate,
  request: FastifyRequest,
  who: Who,
): Promise<(CallBase & { actor: Actor }) | Refusal> {
  const call = await gate.call(request)
  if (isRefused(call)) return call
  if (call.caller === undefined) return refuse('signed-out')
  return mayCall(who, call.caller) ? { ...call, actor: call.caller } : refuse('forbidden')
}

async function download(
  gate: ServerGate,
  request: FastifyRequest,
  reply: FastifyReply,
  find: (actor: Actor, area: string) => Promise<Download | Refusal>,
): Promise<FastifyReply> {
  const call = await callOf(gate, request, 'signed-in')
  if (isRefused(call)) return answerRefusal(reply, call, gate.sentences)
  const found = await find(call.actor, call.area)
  if (isRefused(found)) return answerRefusal(reply, found, gate.sentences)
  const inline = (request.query as { inline?: string }).inline === '1'
  return reply.headers(downloadHeaders(found, { inline })).send(found.stream)
}
