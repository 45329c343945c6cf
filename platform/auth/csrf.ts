import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '#platform/clock.ts'
import type { Keys } from '#platform/crypto/keys.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { Session } from './session.ts'

/** The hidden field of HTML forms, and the header of JSON requests. */
export const FORM_TOKEN_FIELD = 'formToken'
export const FORM_TOKEN_HEADER = 'x-csrf-token'

export type CsrfCode = 'form-expired' | 'form-from-elsewhere'

/**
 * The token for the forms of somebody signed in. It reads differently on every page and is right for the
 * whole session.
 */
export function formToken(session: Pick<Session, 'id' | 'csrfSecret'>): string {
  return masked(proofOf(session))
}

export function checkFormToken(
  session: Pick<Session, 'id' | 'csrfSecret'>,
  token: string | undefined,
): Refusal<CsrfCode> | null {
  return unmaskedEquals(token, proofOf(session)) ? null : refuse('form-expired')
}

/**
 * The cookie for forms of people not signed in, such as the sign-in form itself (a signed double submit:
 * without a key no neighbour domain can plant a cookie that fits its form). Set it HttpOnly, SameSite=Lax,
 * and Secure in production.
 */
export function visitorCookie(keys: Keys, now: Instant): string {
  const text = `${newToken()}.${Date.parse(now).toString(36)}`
  return `${text}.${signed(keys, `cookie:${text}`).toString('base64url')}`
}

const VISITOR_HOURS = 12

/** Whether the cookie is ours and fresh; a page with a form renews it when it is not. */
export function isVisitorCookie(keys: Keys, cookie: string | undefined, now: Instant): cookie is string {
  const match = /^([\w-]{32}\.([0-9a-z]{1,9}))\.([\w-]{43})$/.exec(cookie ?? '')
  if (!match) return false
  const signature = Buffer.from(match[3]!, 'base64url')
  const age = Date.parse(now) - Number.parseInt(match[2]!, 36)
  const mine = signed(keys, `cookie:${match[1]}`)
  return (
    signature.length === mine.length &&
    timingSafeEqual(signature, mine) &&
    age >= 0 &&
    age < VISITOR_HOURS * 3_600_000
  )
}

export function visitorFormToken(keys: Keys, cookie: string): string {
  return masked(signed(keys, `form:${cookie}`))
}

export function checkVisitorFormToken(
  keys: Keys,
  cookie: string | undefined,
  token: string | undefined,
  now: Instant,
): Refusal<CsrfCode> | null {
  const right = isVisitorCookie(keys, cookie, now) && unmaskedEquals(token, signed(keys, `form:${cookie}`))
  return right ? null : refuse('form-expired')
}

export interface RequestOrigin {
  method: string
  /** The headers as they came. */
  origin?: string | undefined
  secFetchSite?: string | undefined
}

/**
 * Whether a writing request comes from our own pages as far as the browser says; asked before any token is
 * looked at.
 */
export function checkOrigin(request: RequestOrigin, ownOrigin: string): Refusal<CsrfCode> | null {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method.toUpperCase())) return null
  const { origin, secFetchSite } = request
  if (secFetchSite !== undefined && !['same-origin', 'none'].includes(secFetchSite))
    return refuse('form-from-elsewhere')
  // Browsers that send neither header are old ones; the form token alone guards them.
  const own = origin === undefined || origin === ownOrigin || areThisMachine(origin, ownOrigin)
  return own ? null : refuse('form-from-elsewhere')
}

/** Somebody who tries the system out at home types `localhost` where we printed 127.0.0.1. */
function areThisMachine(...origins: [string, string]): boolean {
  const [one, other] = origins.map((origin) => (URL.canParse(origin) ? new URL(origin) : undefined))
  const local = [one, other].every((url) => url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  return local && one?.protocol === other?.protocol && one?.port === other?.port
}

/** By session object: a session that is still remembered has its proof with it. */
const proofs = new WeakMap<object, Buffer>()

function proofOf(session: Pick<Session, 'id' | 'csrfSecret'>): Buffer {
  const known = proofs.get(session)
  if (known) return known
  const proof = createHmac('sm3', session.csrfSecret).update(`form:${session.id}`).digest()
  proofs.set(session, proof)
  return proof
}

function signed(keys: Keys, text: string): Buffer {
  return createHmac('sm3', keys.of('form-token')).update(text).digest()
}

// A secret that stood the same on every compressed page could be guessed by the length of the answers
// (BREACH).
function masked(proof: Buffer): string {
  const pad = randomBytes(proof.length)
  return Buffer.concat([pad, xor(proof, pad)]).toString('base64url')
}

function unmaskedEquals(token: string | undefined, proof: Buffer): boolean {
  const bytes = Buffer.from(token ?? '', 'base64url')
  if (bytes.length !== proof.length * 2) return false
  return timingSafeEqual(xor(bytes.subarray(proof.length), bytes.subarray(0, proof.length)), proof)
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, at) => byte ^ other[at]!))
}
