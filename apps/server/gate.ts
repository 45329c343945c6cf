import type { FastifyRequest } from 'fastify'
import { isRefusal } from '#engine/refusal.ts'
import type { Staff } from '#capabilities/staff/index.ts'
import type { Audit } from '#platform/auth/audit.ts'
import { checkFormToken, checkOrigin, FORM_TOKEN_HEADER } from '#platform/auth/csrf.ts'
import type { Session } from '#platform/auth/session.ts'
import type { Sessions } from '#platform/auth/sessions.ts'
import type { Clock } from '#platform/clock.ts'
import type { Areas } from '#platform/http/area.ts'
import type { Gate, TakenList } from '#platform/http/bind.ts'
import type { CallBase, Caller } from '#platform/http/call.ts'
import type { Sentences } from '#platform/http/problem.ts'
import { newId } from '#platform/id.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'

export const SESSION_COOKIE = 'citizen_session'
export const STAFF_COOKIE = 'staff_session'

export interface ServerGate extends Gate {
  standing(session: Session): Promise<Standing | undefined>
}

export interface GateMeans {
  clock: Clock
  sessions: Sessions
  staff: Staff
  audit: Pick<Audit, 'record'>
  /** The party a citizen account acts for. */
  partyOf(subject: string): Promise<{ party: string } | undefined>
  areas: Pick<Areas, 'of'>
  publicOrigin: string
  sentences: Sentences
}

export interface Standing {
  caller: Caller
  reliesOn: readonly { stream: string; version: number }[]
}

// Standing is compared by the post's stream version when an act commits; this copy only saves a query on every request.
const STANDING_FOR_MS = 5_000

/** The one door of the HTTP interface: who calls, from which page, with which rights. */
export function createGate(means: GateMeans): ServerGate {
  const kept = new Map<string, { until: number; standing: Standing }>()

  async function standing(session: Session): Promise<Standing | undefined> {
    const key = `${session.id}/${session.post ?? ''}`
    const now = Date.parse(means.clock.now())
    const held = kept.get(key)
    if (held && now < held.until && now >= held.until - STANDING_FOR_MS) return held.standing
    const found =
      session.kind === 'staff' ? await staffStanding(means, session) : await citizenStanding(means, session)
    if (found === undefined) return undefined
    if (kept.size > 10_000) kept.clear()
    kept.set(key, { until: now + STANDING_FOR_MS, standing: found })
    return found
  }

  return {
    sentences: means.sentences,
    standing,
    taken: (call, list) => taken(means, call, list),
    async call(request): Promise<CallBase | Refusal> {
      const base = {
        now: means.clock.now(),
        area: means.areas.of(request),
        ip: request.ip,
        agent: String(request.headers['user-agent'] ?? ''),
      }
      const requestId = requestIdOf(request)
      const token = tokenOf(request)
      const session = token === undefined ? null : await means.sessions.find(token)
      const strayed = checkOrigin(
        {
          method: request.method,
          origin: request.headers.origin,
          secFetchSite: single(request.headers['sec-fetch-site']),
        },
        means.publicOrigin,
      )
      if (strayed) return strayed
      if (session === null || token === undefined) return { ...base, requestId }
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        const wrong = checkFormToken(session, single(request.headers[FORM_TOKEN_HEADER]))
        if (wrong) return wrong
      }
      if (session.mustChange && !request.url.startsWith('/api/v1/session'))
        return refuse('password-must-change')
      const found = await standing(session)
      if (found === undefined) return { ...base, requestId }
      return {
        ...base,
        requestId,
        caller: found.caller,
        ...(found.caller.kind === 'staff' ? { area: found.caller.area } : {}),
        session: { token, account: session.account, reliesOn: found.reliesOn },
      }
    },
  }
}

/** Lists are for staff; nobody else gets past the routes that hand them out. */
async function taken(
  { audit, staff }: GateMeans,
  { caller, ip }: CallBase,
  { list, ...after }: TakenList,
): Promise<string> {
  if (caller?.kind !== 'staff') throw new Error('a list was taken by somebody without a post')
  const { area, post } = caller
  const event = `${list}-exported`
  await audit.record({ area, actor: `post:${post}`, event, success: true, object: list, ip, after })
  return (await staff.namesOf(area, [post])).get(post) ?? post
}

async function staffStanding({ staff, clock }: GateMeans, session: Session): Promise<Standing | undefined> {
  const now = clock.now()
  if (session.post === null) return undefined
  const actor = await staff.actorFor(session.subject, session.post, now)
  if (isRefusal(actor)) return undefined
  const posts = (await staff.postsOfPerson(session.subject, now)).filter(({ id }) => id === actor.post)
  return { caller: actor, reliesOn: posts.map(({ stream, version }) => ({ stream, version })) }
}

async function citizenStanding({ partyOf }: GateMeans, session: Session): Promise<Standing | undefined> {
  const found = await partyOf(session.subject)
  if (found === undefined) return undefined
  return { caller: { kind: 'citizen', person: session.subject, party: found.party }, reliesOn: [] }
}

/** Staff and citizens have cookies of their own, so that an officer may look at the portal as a citizen. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const { [STAFF_COOKIE]: staff, [SESSION_COOKIE]: citizen } = request.cookies
  switch (request.headers['x-as']) {
    case 'citizen':
      return citizen
    case 'staff':
      // Whoever is signed in at the portal is nobody yet at the workbench, and is asked to sign in.
      return staff
    default:
      return staff ?? citizen
  }
}

function requestIdOf(request: FastifyRequest): string {
  const given = single(request.headers['idempotency-key'])
  return given !== undefined && /^[\w.:-]{8,100}$/.test(given) ? given : newId()
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}
