import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StaffActor } from '#engine/actor.ts'
import { legalDay } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { UtilityGateway } from '#capabilities/exchange/index.ts'
import { downloadHeaders } from '#platform/files/download-headers.ts'
import { API, bind, refuse as answerRefusal, type Gate } from '#platform/http/bind.ts'
import { mayCall, type CallBase } from '#platform/http/call.ts'
import type { Who } from '#platform/http/contract.ts'
import { serveList } from '#platform/http/list-file.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { issue } from './certificates/issue.ts'
import {
  certificatePaper,
  certificates,
  certificateSheet,
  certificateTypes,
  type RegisterMeans,
} from './certificates/register.ts'
import { certificateFiles, certificateRoutes } from './contract/certificate-routes.ts'
import { paymentFiles, paymentRoutes } from './contract/payment-routes.ts'
import { yuanOfFen } from './payments/money.ts'
import { UTILITY_NAMES } from './payments/payment.ts'
import { receiptOf } from './payments/receipt.ts'

export type AgencyHttpMeans = RegisterMeans & { utilities?: UtilityGateway }

/** What stations do beside taking in: payments and certificates. */
export function agencyHttp(app: FastifyInstance, means: AgencyHttpMeans, gate: Gate): void {
  bind(app, paymentRoutes, { utilityOwed: (call) => owed(means.utilities, call.body) }, gate)
  bind(
    app,
    certificateRoutes,
    {
      certificateTypes: (call) => certificateTypes(means, staffOf(call).area, legalDay(call.now)),
      certificates: (call) => certificates(means, staffOf(call), call.query),
      issueCertificate: (call) => {
        const { requestId, now, session } = call
        return issue(
          means,
          { actor: staffOf(call), now, requestId, reliesOn: session?.reliesOn ?? [] },
          call.body,
        )
      },
    },
    gate,
  )
  serveList(
    app,
    gate,
    certificateFiles.certificateFile,
    { file: 'zhengming', list: 'certificates' },
    (call) => certificateSheet(means, staffOf(call), call.query),
  )
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

async function owed(
  utilities: UtilityGateway | undefined,
  { utility, account }: { utility: keyof typeof UTILITY_NAMES; account: string },
) {
  if (utilities === undefined) return refusal('utility-not-connected')
  const bill = await utilities.owed(utility, account).catch(() => 'down' as const)
  if (bill === 'down') return refusal('utility-gateway-down')
  if (bill === undefined) return refusal('utility-nothing-owed')
  return {
    ...{ bill: bill.bill, utilityText: UTILITY_NAMES[utility], account: bill.accountMasked },
    ...{ holder: bill.holderMasked, period: bill.period, amountText: yuanOfFen(bill.amountFen) },
  }
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
