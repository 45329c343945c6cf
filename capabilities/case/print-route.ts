import type { FastifyInstance } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { API, bind, refuse as answerRefusal, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import { downloadHeaders } from '#platform/files/download-headers.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { fileContract } from './contract/file-routes.ts'
import type { Cases } from './cases.ts'

/** Papers of several cases for the printer: made once, then fetched as the file it is. */
export function printHttp(app: FastifyInstance, { printing }: Pick<Cases, 'printing'>, gate: Gate): void {
  const { printPapers, printedPapers } = fileContract
  bind(
    app,
    { printPapers },
    { printPapers: (call) => printing.make(staffOf(call), call.now, call.body, call.ip) },
    gate,
  )
  app.get<{ Params: { file: string; proof: string }; Querystring: { inline?: string } }>(
    API + printedPapers.path,
    { schema: { params: printedPapers.params, querystring: printedPapers.query } },
    async (request, reply) => {
      const call = await gate.call(request)
      if (isRefused(call)) return answerRefusal(reply, call, gate.sentences)
      const { caller } = call as CallBase
      if (caller === undefined || !mayCall(printedPapers.who, caller))
        return answerRefusal(reply, refuse(caller === undefined ? 'signed-out' : 'forbidden'), gate.sentences)
      const { file, proof } = request.params
      const found = await printing.fetch(staffOf(call as CallBase), file, proof)
      if (isRefused(found)) return answerRefusal(reply, found, gate.sentences)
      return reply
        .headers(downloadHeaders(found, { inline: request.query.inline === '1' }))
        .send(found.stream)
    },
  )
}

function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
