import type { Contract, ReplyOf, RouteContract, Shape } from './contract.ts'
import type { Problem } from './problem.ts'

export type CallInput<R extends RouteContract> = {
  params?: Shape<R['params']>
  query?: Shape<R['query']>
  body?: Shape<R['body']>
  /** The same id twice is the same click. */
  requestId?: string
}

export type Client<C extends Contract> = {
  [K in keyof C]: (input: CallInput<C[K]>) => Promise<ReplyOf<C[K]>>
}

/** A refused call: the problem the server sent, ready to be shown. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** A typed client over `fetch` for the routes of a contract; used by staff-web and by tests. */
export function client<const C extends Contract>(
  routes: C,
  options: {
    base?: string
    csrfToken: () => string | undefined
    fetch?: typeof fetch
    headers?: () => Record<string, string>
  },
): Client<C> {
  const send = options.fetch ?? fetch
  const entries = Object.entries(routes).map(([name, route]) => [
    name,
    async (input: CallInput<RouteContract>) => {
      const token = options.csrfToken()
      const reply = await send((options.base ?? '') + url(route, input), {
        method: route.method,
        credentials: 'same-origin',
        headers: {
          ...options.headers?.(),
          ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(route.method === 'GET' || token === undefined ? {} : { 'x-csrf-token': token }),
          ...(input.requestId === undefined ? {} : { 'idempotency-key': input.requestId }),
        },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      })
      const body: unknown = await reply.json()
      if (!reply.ok) throw new Refused(body as Problem)
      return body
    },
  ])
  return Object.fromEntries(entries) as Client<C>
}

function url(route: RouteContract, input: CallInput<RouteContract>): string {
  const params = (input.params ?? {}) as Record<string, string>
  const path = route.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const search = query.toString()
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`
}
