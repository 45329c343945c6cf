import type { FastifyReply } from 'fastify'
import type { Asked, House, Visit } from '../house.ts'
import { isOurForm, postedForm, type PostedForm } from './posted.ts'
import { seeOther } from './send.ts'

/** A page for signed-in citizens; others are taken to the sign-in page and come back. Nothing when answered. */
export async function enterSignedIn(
  house: House,
  request: Asked,
  reply: FastifyReply,
): Promise<Visit | undefined> {
  const visit = await house.enter(request, reply)
  if (visit.visitor.citizen) return visit
  const back = request.method === 'GET' ? request.url : '/my'
  seeOther(reply, `/sign-in?to=${encodeURIComponent(back)}`)
  return undefined
}

/** A form of ours posted by anybody. */
export async function enterPosted(
  house: House,
  request: Asked,
  reply: FastifyReply,
): Promise<{ visit: Visit; posted: PostedForm } | undefined> {
  const visit = await house.enter(request, reply)
  const posted = postedForm(request)
  return isOurForm(visit, reply, posted.text('csrf')) ? { visit, posted } : undefined
}

/** A form of ours posted by a signed-in citizen. */
export async function enterSignedInPosted(
  house: House,
  request: Asked,
  reply: FastifyReply,
): Promise<{ visit: Visit; posted: PostedForm } | undefined> {
  const visit = await enterSignedIn(house, request, reply)
  if (!visit) return undefined
  const posted = postedForm(request)
  return isOurForm(visit, reply, posted.text('csrf')) ? { visit, posted } : undefined
}
