import type { FastifyInstance } from 'fastify'
import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { API, refuse as answerRefusal, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import { serveList } from '#platform/http/list-file.ts'
import { isTooLarge, whole } from '#platform/http/whole-file.ts'
import { exchangeFiles } from '../contract/exchange-file-routes.ts'
import { catalogueFile, checkCatalogue, type ExchangeFileMeans } from './service.ts'

/** The catalogue as a file, and a file from elsewhere beside the catalogue. */
export function exchangeFileHttp(app: FastifyInstance, means: ExchangeFileMeans, gate: Gate): void {
  serveList(
    app,
    gate,
    exchangeFiles.catalogueFile,
    { file: 'shixiang-mulu', list: 'item-catalogue' },
    (call) => catalogueFile(means, areaOf(call), legalDay(call.now)),
  )
  const { path, who } = exchangeFiles.checkCatalogueFile
  app.post(API + path, async (request, reply) => {
    const call = await gate.call(request)
    if (isRefusal(call)) return answerRefusal(reply, call, gate.sentences)
    const base = call as CallBase
    if (!mayCall(who, base.caller)) {
      const code = base.caller === undefined ? 'signed-out' : 'forbidden'
      return answerRefusal(reply, refusal(code), gate.sentences)
    }
    const part = request.isMultipart() ? await request.file() : undefined
    const bytes = part === undefined ? refusal('list-file-empty') : await everything(part.file)
    if (isRefusal(bytes)) return answerRefusal(reply, bytes, gate.sentences)
    const checked = await checkCatalogue(means, areaOf(base), legalDay(base.now), bytes)
    return isRefusal(checked) ? answerRefusal(reply, checked, gate.sentences) : checked
  })
}

export async function everything(file: Parameters<typeof whole>[0]): Promise<Uint8Array | Refusal> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of whole(file)) chunks.push(chunk as Buffer)
  } catch (error) {
    if (isTooLarge(error)) return refusal('file-too-large')
    throw error
  }
  return Buffer.concat(chunks)
}

function areaOf({ caller }: CallBase): string {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller.area
}
