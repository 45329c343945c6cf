import type { FastifyInstance, FastifyReply } from 'fastify'
import { formToken } from '#platform/auth/csrf.ts'
import type { Session } from '#platform/auth/session.ts'
import { API, bind, refuse as answerRefusal, type Gate } from '#platform/http/bind.ts'
import { isRefused, refuse, type Refusal } from '#platform/refusal.ts'
import { isRefusal } from '#engine/refusal.ts'
import { sessionRoutes, type SessionView } from './contract/session-routes.ts'
import { administration } from './routes/administration.ts'
import { duty } from './routes/duty.ts'
import { savedListHttp } from './routes/saved-lists.ts'
import type { StaffHttpMeans } from './routes/means.ts'
import { postView } from './routes/post-view.ts'

const SIGNED_OUT = refuse('signed-out')

/** Sign-in, post switch and sign-out of staff; the token lives in an HttpOnly cookie and nowhere else. */
export function staffHttp(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  signInRoute(app, means, gate)
  switchRoute(app, means, gate)
  passwordRoute(app, means, gate)
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
  duty(app, means, gate)
  savedListHttp(app, means, gate)
}

/** Answers that set a cookie are bound by hand, because a handler of `bind` never sees the reply. */
function signInRoute(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  const { signIn } = sessionRoutes
  app.post(API + signIn.path, { schema: { body: signIn.body } }, async (request, reply) => {
    const call = await gate.call(request)
    // A stale session of another post is no reason to refuse signing in; only a page from elsewhere is.
    if (isRefused(call) && call.code === 'form-from-elsewhere')
      return answerRefusal(reply, call, gate.sentences)
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
    if (call.session === undefined || call.caller?.kind !== 'staff')
      return answerRefusal(reply, SIGNED_OUT, gate.sentences)
    const { post } = request.body as { post: string }
    const actor = await means.staff.actorFor(call.caller.person, post, call.now)
    if (isRefusal(actor)) return answerRefusal(reply, actor, gate.sentences)
    return enter(reply, means, await means.sessions.switchPost(call.session.token, post, request.ip), gate)
  })
}

function passwordRoute(app: FastifyInstance, means: StaffHttpMeans, gate: Gate): void {
  const { changePassword } = sessionRoutes
  app.put(API + changePassword.path, { schema: { body: changePassword.body } }, async (request, reply) => {
    const call = await gate.call(request)
    if (isRefused(call)) return answerRefusal(reply, call, gate.sentences)
    if (call.session === undefined || call.caller?.kind !== 'staff')
      return answerRefusal(reply, SIGNED_OUT, gate.sentences)
    const change = request.body as { old: string; new: string }
    const agent = String(request.headers['user-agent'] ?? '')
    const changed = await means.sessions.changePassword(call.session.token, {
      ...change,
      ip: request.ip,
      agent,
    })
    if (isRefused(changed)) return answerRefusal(reply, changed, gate.sentences)
    // The new session works in the post of the old one.
    return enter(
      reply,
      means,
      await means.sessions.switchPost(changed.token, call.caller.post, request.ip),
      gate,
    )
  })
}

async function enter(
  reply: FastifyReply,
  means: StaffHttpMeans,
  signedIn: { token: string; session: Session } | Refusal,
  gate: Gate,
): Promise<unknown> {
  if (isRefused(signedIn)) return answerRefusal(reply, signedIn, gate.sentences)
  reply.setCookie(means.cookie.name, signedIn.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: means.cookie.secure,
  })
  reply.header('cache-control', 'no-store')
  const view = await sessionView(means, signedIn.session)
  return isRefused(view) ? answerRefusal(reply, view, gate.sentences) : view
}

async function sessionView(
  { staff, clock, demo }: StaffHttpMeans,
  session: Session,
): Promise<SessionView | Refusal> {
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
    mustChange: session.mustChange,
  }
}
