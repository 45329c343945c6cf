import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import type { PostedForm } from '../../http/posted.ts'
import { sendRefusal } from '../../http/send.ts'

export interface CaseParams {
  Params: { no: string }
}

/** The visitor's own case, or nothing when the answer has been sent; a foreign case looks like none. */
export async function enterCase(
  house: House,
  request: FastifyRequest<CaseParams>,
  reply: FastifyReply,
): Promise<{ visit: Visit; detail: CaseDetail } | undefined> {
  const visit = await enterSignedIn(house, request, reply)
  if (!visit) return undefined
  const detail = await house.services.myCase(visit.visitor, request.params.no)
  if (!isRefused(detail)) return { visit, detail }
  sendRefusal(reply, visit, detail)
  return undefined
}

export async function enterCasePosted(
  house: House,
  request: FastifyRequest<CaseParams>,
  reply: FastifyReply,
): Promise<{ visit: Visit; posted: PostedForm; no: string } | undefined> {
  const entered = await enterSignedInPosted(house, request, reply)
  return entered && { ...entered, no: request.params.no }
}
