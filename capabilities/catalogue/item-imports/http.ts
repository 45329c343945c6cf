import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { API, bind, refuse as answerRefusal, type Call, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import type { ReplyOf, RouteContract } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { isTooLarge, whole } from '#platform/http/whole-file.ts'
import { IMPORT_BYTES_MAX, itemImportFiles, itemImportRoutes } from '../contract/item-import-routes.ts'
import type { Asking, ItemImports } from './index.ts'

/** Catalogues on their way in: upload, work, confirmation and history. */
export function itemImportHttp(
  app: FastifyInstance,
  { itemImports: imports }: { itemImports: ItemImports },
  gate: Gate,
): void {
  bind(
    app,
    itemImportRoutes,
    {
      itemImports: (call) => imports.list(asking(call), call.query),
      itemImport: (call) => imports.detail(asking(call), call.params.run),
      itemImportRows: (call) => imports.rows(asking(call), call.params.run, call.query),
      itemImportRow: (call) => imports.row(asking(call), call.params),
      mendImportRow: (call) => imports.mend(asking(call), { ...call.params, ...call.body }),
      setImportRowAside: (call) => imports.setAside(asking(call), { ...call.params, ...call.body }),
      setImportRowsAside: (call) =>
        imports.setWaitingAside(asking(call), { run: call.params.run, reason: call.body.reason }),
      confirmImport: (call) => imports.confirm(asking(call), call.params.run),
      dropImport: (call) => imports.drop(asking(call), call.params.run),
      directoryLines: (call) => imports.directory(asking(call), call.query),
      beginFromLine: async (call) => {
        const { requestId, requestHash } = call
        const request = { id: call.params.id, domain: call.body.domain, requestId, requestHash }
        return begun(await imports.begin(asking(call), request))
      },
    },
    gate,
  )
  upload(app, imports, gate)
  serveList(app, gate, itemImportFiles.importReport, { file: 'mulu-daoru', list: 'item-import' }, (call) =>
    imports.report(asking(call), call.params.run, call.query.standing),
  )
}

function upload(app: FastifyInstance, imports: ItemImports, gate: Gate): void {
  const { path, who } = itemImportFiles.uploadImport
  app.post(API + path, async (request, reply) => {
    const call = await gate.call(request)
    if (isRefusal(call)) return answerRefusal(reply, call, gate.sentences)
    const base = call as CallBase
    if (!mayCall(who, base.caller)) {
      const code = base.caller === undefined ? 'signed-out' : 'forbidden'
      return answerRefusal(reply, refusal(code), gate.sentences)
    }
    const limits = { fileSize: IMPORT_BYTES_MAX }
    const part = request.isMultipart() ? await request.file({ limits }) : undefined
    if (part === undefined) return answerRefusal(reply, refusal('list-file-empty'), gate.sentences)
    const taken = await imports
      .upload(asking(base), { name: part.filename, file: whole(part.file) })
      .catch((error: unknown) => {
        if (isTooLarge(error)) return refusal('import-file-too-large')
        throw error
      })
    return isRefusal(taken) ? answerRefusal(reply, taken, gate.sentences) : taken
  })
}

const begun = (done: Done | Refusal) =>
  isRefusal(done) ? done : (done.answer as ReplyOf<typeof itemImportRoutes.beginFromLine>)

function asking(call: CallBase | Call<RouteContract>): Asking {
  return { actor: staffOf(call), now: call.now, reliesOn: call.session?.reliesOn ?? [] }
}

function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
