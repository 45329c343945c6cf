import { Type as T, type Static, type TSchema } from 'typebox'

/**
 * Who may call a route: everybody, anybody signed in, any citizen, any staff post, or those with one of these roles (a citizen's is `applicant`).
 * A route without it does not compile, and nothing is served that no contract names: deny by default.
 */
export type Who = 'public' | 'signed-in' | 'citizen' | 'staff' | { roles: readonly string[] }

/** One route of a capability: what crosses the wire, and who may send it. */
export interface RouteContract {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Under `/api/v1`, with `:name` parameters. */
  path: string
  who: Who
  summary: string
  params?: TSchema
  query?: TSchema
  body?: TSchema
  reply: TSchema
  /** A file comes in as multipart or goes out as it is; such a route is served by hand, and described like the others. */
  bytes?: 'in' | 'out'
  /** Writes take `Idempotency-Key`; `false` only where repeating is harmless (sign-in). */
  idempotent?: boolean
}

/** A list leaves as CSV, or as a workbook when that is asked for. */
export const AS_FILE = { format: T.Optional(T.Enum(['csv', 'xlsx'])) }

export type Contract = Readonly<Record<string, RouteContract>>

export function contract<const C extends Contract>(routes: C): C {
  return routes
}

export type Shape<S> = S extends TSchema ? Static<S> : undefined
export type ReplyOf<R extends RouteContract> = Static<R['reply']>
