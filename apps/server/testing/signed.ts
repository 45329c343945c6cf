import type { FastifyInstance, InjectOptions } from 'fastify'

export interface Reply {
  status: number
  headers: Record<string, unknown>
  /** Parsed JSON, or text. */
  body: never
}

/** Somebody signed in, with their cookie and form token. */
export interface Signed {
  cookie: string
  csrfToken: string
  session: {
    person: { id: string; name: string }
    posts: { id: string; title: string; place: string }[]
    post: { id: string; place: string; body: string; roles: string[] }
  }
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
}

export async function signedIn(app: FastifyInstance, login: string, password: string): Promise<Signed> {
  const reply = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { login, password } })
  if (reply.statusCode !== 200) throw new Error(`${login} could not sign in: ${reply.body}`)
  const cookie = reply.headers['set-cookie']!.toString().split(';')[0]!
  const session = reply.json<Signed['session'] & { csrfToken: string }>()
  const call: Signed['call'] = (method, path, body, headers = {}) =>
    inject(app, {
      method: method as never,
      url: `/api/v1${path}`,
      ...(body === undefined ? {} : { payload: body as never }),
      headers: { cookie, 'x-csrf-token': session.csrfToken, ...headers },
    })
  return { cookie, csrfToken: session.csrfToken, session, call }
}

export async function inject(app: FastifyInstance, options: InjectOptions): Promise<Reply> {
  const reply = await app.inject(options)
  const json = String(reply.headers['content-type'] ?? '').includes('json')
  return {
    status: reply.statusCode,
    headers: reply.headers,
    body: (json ? reply.json() : reply.body) as never,
  }
}
