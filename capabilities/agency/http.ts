import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { UtilityGateway } from '#capabilities/exchange/index.ts'
import { downloadHeaders } from '#platform/files/download-headers.ts'
import { API, bind, refuse as answerRefusal, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import type { Who } from '#platform/http/contract.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { certificateHttp } from './certificates/http.ts'
import { certificatePaper } from './certificates/service/paper.ts'
import type { CertificateMeans } from './certificates/service/means.ts'
import { certificateFiles } from './contract/certificate-routes.ts'
import { paymentFiles, paymentRoutes } from './contract/payment-routes.ts'
import { owedUnder } from './payments/owed.ts'
import { receiptOf } from './payments/receipt.ts'

export type AgencyHttpMeans = CertificateMeans & { utilities?: UtilityGateway }

/** What stations do beside taking in: payments and certificates. */
export function agencyHttp(app: FastifyInstance, means: AgencyHttpMeans, gate: Gate): void {
  bind(app, paymentRoutes, { utilityOwed: (call) => owedUnder(means.utilities, call.body) }, gate)
  certificateHttp(app, means, gate)
  const paper = (
    route: { path: string; who: Who },
    make: (actor: StaffActor, id: string) => Promise<Paper | Refusal>,
  ) =>
    app.get<{ Params: { id: string } }>(API + route.path, (request, reply) =>
      pdf(gate, route.who, request, reply, make),
    )
  paper(paymentFiles.utilityReceipt, (actor, id) => receiptOf(means, actor, id))
  paper(certificateFiles.certificatePaper, (actor, id) => certificatePaper(means, actor, id))
}

interface Paper {
  fileName: string
  bytes: Uint8Array
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function pdf(
  gate: Gate,
  who: Who,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  make: (actor: StaffActor, id: string) => Promise<Paper | Refusal>,
): Promise<FastifyReply> {
  const call = await gate.call(request)
  if (isRefused(call)) return answerRefusal(reply, call, gate.sentences)
  if (call.caller === undefined) return answerRefusal(reply, refuse('signed-out'), gate.sentences)
  if (!mayCall(who, call.caller)) return answerRefusal(reply, refuse('forbidden'), gate.sentences)
  const { id } = request.params
  const made = UUID.test(id) ? await make(staffOf(call), id) : refusal('book-entry-not-found')
  if (isRefusal(made)) return answerRefusal(reply, made, gate.sentences)
  const { fileName, bytes } = made
  const headers = downloadHeaders(
    { mediaType: 'application/pdf', fileName, size: bytes.byteLength },
    { inline: true },
  )
  return reply.headers(headers).send(Buffer.from(bytes))
}

function staffOf({ caller }: CallBase): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('a route for staff let somebody else through')
  return caller
}
