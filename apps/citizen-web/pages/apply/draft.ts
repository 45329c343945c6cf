import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DraftView } from '#capabilities/portal/contract.ts'
import { isRefused, type House, type Visit } from '../../house.ts'
import { enterSignedIn, enterSignedInPosted } from '../../http/guard.ts'
import type { PostedForm } from '../../http/posted.ts'
import { sendRefusal } from '../../http/send.ts'

export interface DraftParams {
  Params: { draft: string }
}

/** Whoever came from the page of all answers to change one goes back to it. */
export interface Back {
  Querystring: { back?: string }
}

export function isBack({ back }: Back['Querystring']): boolean {
  return back === 'check'
}

/** The visitor's own draft, or nothing when the answer (sign in, not found) has been sent. */
export async function enterDraft(
  house: House,
  request: FastifyRequest<DraftParams>,
  reply: FastifyReply,
): Promise<{ visit: Visit; draft: DraftView } | undefined> {
  const visit = await enterSignedIn(house, request, reply)
  return visit && withDraft(visit, request.params.draft, reply)
}

export async function enterDraftPosted(
  house: House,
  request: FastifyRequest<DraftParams>,
  reply: FastifyReply,
): Promise<{ visit: Visit; draft: DraftView; posted: PostedForm } | undefined> {
  const entered = await enterSignedInPosted(house, request, reply)
  const found = entered && (await withDraft(entered.visit, request.params.draft, reply))
  return found && { ...found, posted: entered.posted }
}

async function withDraft(
  visit: Visit,
  id: string,
  reply: FastifyReply,
): Promise<{ visit: Visit; draft: DraftView } | undefined> {
  const draft = await visit.house.services.draft(visit.visitor, id)
  if (!isRefused(draft)) return { visit, draft }
  sendRefusal(reply, visit, draft)
  return undefined
}
