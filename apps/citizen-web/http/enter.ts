import type { FastifyReply } from 'fastify'
import { newId } from '#platform/id.ts'
import { isThemeName } from '#ui/tokens/colour.ts'
import type { Asked, House, Visit } from '../house.ts'
import {
  ANONYMOUS_COOKIE,
  ELDER_COOKIE,
  KIOSK_COOKIE,
  NEW_ACCOUNT_COOKIE,
  REGION_COOKIE,
  SESSION_COOKIE,
  sessionCookie,
  THEME_COOKIE,
} from './cookies.ts'

export async function enter(house: House, request: Asked, reply: FastifyReply): Promise<Visit> {
  const session = request.cookies[SESSION_COOKIE]
  const came = request.cookies[ANONYMOUS_COOKIE]
  const anonymous = came ?? newId()
  const visitor = await house.services.visitor({ anonymous, ...(session === undefined ? {} : { session }) })
  // The server may sign the cookie, so that no neighbour domain can plant one.
  const wanted = visitor.anonymousCookie ?? (came === undefined ? anonymous : undefined)
  if (wanted !== undefined) reply.setCookie(ANONYMOUS_COOKIE, wanted, sessionCookie(house.options))
  const region = request.cookies[REGION_COOKIE]
  const newAccount = request.cookies[NEW_ACCOUNT_COOKIE]
  const theme = request.cookies[THEME_COOKIE]
  return {
    house,
    visitor,
    elder: request.cookies[ELDER_COOKIE] === 'on',
    ...(isThemeName(theme) ? { theme } : {}),
    ...(region !== undefined && /^\d{12}$/.test(region) ? { region } : {}),
    ...(newAccount === undefined ? {} : { newAccount }),
    kiosk: request.cookies[KIOSK_COOKIE] === 'on',
    path: request.url,
  }
}
