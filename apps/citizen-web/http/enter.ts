import type { FastifyReply } from 'fastify'
import { newId } from '#platform/id.ts'
import type { Asked, House, Visit } from '../house.ts'
import { ANONYMOUS_COOKIE, ELDER_COOKIE, SESSION_COOKIE, sessionCookie } from './cookies.ts'

export async function enter(house: House, request: Asked, reply: FastifyReply): Promise<Visit> {
  const session = request.cookies[SESSION_COOKIE]
  const anonymous = request.cookies[ANONYMOUS_COOKIE] ?? newAnonymous(house, reply)
  const visitor = await house.services.visitor({ anonymous, ...(session === undefined ? {} : { session }) })
  return { house, visitor, elder: request.cookies[ELDER_COOKIE] === 'on', path: request.url }
}

function newAnonymous(house: House, reply: FastifyReply): string {
  const id = newId()
  reply.setCookie(ANONYMOUS_COOKIE, id, sessionCookie(house.options))
  return id
}
