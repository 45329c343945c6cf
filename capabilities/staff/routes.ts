import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Accounts } from '#platform/auth/accounts.ts'
import type { Audit } from '#platform/auth/audit.ts'
import { formToken } from '#platform/auth/csrf.ts'
import type { Session } from '#platform/auth/session.ts'
import type { Sessions } from '#platform/auth/sessions.ts'
import type { Clock } from '#platform/clock.ts'
import { withOffset } from '#platform/clock.ts'
import { API, bind, refuse as answerRefusal, type Call, type Gate } from '#platform/http/bind.ts'
import type { RouteContract } from '#platform/http/contract.ts'
import { isRefused, refuse, type Refusal } from '#platform/refusal.ts'
import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { administrationRoutes, sessionRoutes, type PostView, type SessionView } from './contract/session-routes.ts'
import { endPost, type Registry } from './appoint.ts'
import type { Staff } from './index.ts'
import type { NamedPost } from './named-posts.ts'
import { accountList } from '#platform/auth/account-list.ts'

export interface StaffHttpMeans {
  registry: Registry
  clock: Clock
  sessions: Sessions
  accounts: Accounts
  audit: Audit
  staff: Staff
  cookie: { name: string; secure: boolean }
  demo: boolean
}

const SIGNED_OUT = refuse('signed-out')

/** Sign-in, post switch and sign-out of staff; the token lives in an HttpOnly cookie and nowhere else. */
export function staffHttp(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  signInRoute(app, means, gate)
  switchRoute(app, means, gate)
  const { signOut, session } = sessionRoutes
  bind(
    app,
    { session, signOut },
    {
      session: async (call) => {
        const found = call.session && (await means.sessions.find(call.session.token))
        return found ? sessionView(means, found) : SIGNED_OUT
      },
      signOut: async (call) => {
        if (call.session) await means.sessions.signOut(call.session.token, call.ip)
        return { done: true }
      },
    },
    gate,
  )
  administration(app, means, gate)
}

/** Answers that set a cookie are bound by hand, because a handler of `bind` never sees the reply. */
function signInRoute(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  const { signIn } = sessionRoutes
  app.post(API + signIn.path, { schema: { body: signIn.body } }, async (request, reply) => {
    const call = await gate.call(request)
    // A stale session of another post is no reason to refuse signing in; only a page from elsewhere is.
    if (isRefused(call) && call.code === 'form-from-elsewhere') return answerRefusal(reply, call, gate.sentences)
    const { login, password } = request.body as { login: string; password: string }
    const agent = String(request.headers['user-agent'] ?? '')
    const signedIn = await means.sessions.signIn({ kind: 'staff', login, password, ip: request.ip, agent })
    if (isRefused(signedIn)) return answerRefusal(reply, signedIn, gate.sentences)
    const [first] = await means.staff.postsOfPerson(signedIn.session.subject, means.clock.now())
    if (first === undefined) return answerRefusal(reply, refuse('no-post'), gate.sentences)
    return enter(reply, means, await means.sessions.switchPost(signedIn.token, first.id, request.ip), gate)
  })
}

function switchRoute(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  const { switchPost } = sessionRoutes
  app.put(API + switchPost.path, { schema: { body: switchPost.body } }, async (request, reply) => {
    const call = await gate.call(request)
    if (isRefused(call)) return answerRefusal(reply, call, gate.sentences)
    if (call.session === undefined || call.caller?.kind !== 'staff') return answerRefusal(reply, SIGNED_OUT, gate.sentences)
    const { post } = request.body as { post: string }
    const actor = await means.staff.actorFor(call.caller.person, post, call.now)
    if (isRefusal(actor)) return answerRefusal(reply, actor, gate.sentences)
    return enter(reply, means, await means.sessions.switchPost(call.session.token, post, request.ip), gate)
  })
}

async function enter(
  reply: FastifyReply,
  means: StaffHttpMeans,
  signedIn: { token: string; session: Session } | Refusal,
  gate: Gate,
): Promise<unknown> {
  if (isRefused(signedIn)) return answerRefusal(reply, signedIn, gate.sentences)
  reply.setCookie(means.cookie.name, signedIn.token, { path: '/', httpOnly: true, sameSite: 'lax', secure: means.cookie.secure })
  reply.header('cache-control', 'no-store')
  const view = await sessionView(means, signedIn.session)
  return isRefused(view) ? answerRefusal(reply, view, gate.sentences) : view
}

async function sessionView({ staff, clock, demo }: StaffHttpMeans, session: Session): Promise<SessionView | Refusal> {
  const posts = await staff.postsOfPerson(session.subject, clock.now())
  const byArea = Map.groupBy(posts, (post) => post.area)
  const named = (await Promise.all([...byArea].map(([area, mine]) => staff.namedPosts(area, mine)))).flat()
  const current = named.find((post) => post.id === session.post)
  if (current === undefined) return refuse('no-post')
  return {
    csrfToken: formToken(session),
    person: { id: session.subject, name: current.personName },
    posts: named.map(postView),
    post: postView(current),
    demo,
  }
}

function postView(post: NamedPost): PostView {
  const { id, title, place, placeName, body, bodyName, area, roles } = post
  return { id, title, place, placeName, body, bodyName, area, roles: [...roles] }
}

/** What the three administrators do; each is on record, and none of it shows a case. */
function administration(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  bind(
    app,
    administrationRoutes,
    {
      accounts: (call) => accountList(means.registry.db, means.clock.now(), call.query),
      unlock: async (call) => {
        if ((await means.accounts.find(call.params.id)) === null) return refuse('account-not-found')
        await means.accounts.unlock(call.params.id, by(call))
        return { done: true }
      },
      posts: async (call) => {
        const { area } = staffOf(call)
        const limit = call.query.limit ?? 50
        const page = { limit: limit + 1, ...(call.query.cursor ? { after: call.query.cursor } : {}) }
        const found = await means.staff.searchPosts(area, legalDay(call.now), page)
        const shown = await means.staff.namedPosts(area, found.slice(0, limit))
        const items = shown.map((post) => ({
          ...postView(post),
          person: post.person,
          personName: post.personName,
          ...(post.validTo ? { validTo: post.validTo } : {}),
        }))
        return { items, ...(found.length > limit ? { nextCursor: shown.at(-1)!.id } : {}) }
      },
      endPost: async (call) => {
        const { area } = staffOf(call)
        const asking = { actor: staffOf(call), at: call.now, requestId: call.requestId }
        const lastDay = addDays(legalDay(call.now), -1)
        const ended = await endPost(means.registry, area, { post: call.params.id, lastDay, reason: call.body.reason }, asking)
        if (isRefusal(ended)) return ended
        const account = await means.accounts.findBySubject('staff', ended.person)
        if (account) await means.sessions.endAll(account.id, by(call))
        return { done: true }
      },
      audit: async (call) => {
        const { event, cursor, limit } = call.query
        const filter = { ...(event ? { event } : {}), ...(cursor ? { cursor } : {}), ...(limit ? { limit } : {}) }
        const { items, nextCursor } = await means.audit.list({ area: staffOf(call).area, ...filter })
        return {
          items: items.map(({ at, actor, event: name, success, object, ip }) => ({
            at: withOffset(at),
            actor,
            event: name,
            success,
            ...(object ? { object } : {}),
            ...(ip ? { ip } : {}),
          })),
          ...(nextCursor ? { nextCursor } : {}),
        }
      },
    },
    gate,
  )
}

function staffOf(call: Call<RouteContract>) {
  if (call.caller?.kind !== 'staff') throw new Error('an administrator’s route let somebody else through')
  return call.caller
}

function by(call: Call<RouteContract>): string {
  return `post:${staffOf(call).post}`
}
