import { percentile } from './percentile.ts'
import { ok, type Send } from '../load/client.ts'

/** A list as somebody asks for it: the query of `GET /api/v1/cases`, and how many pages further down. */
export interface Asked {
  name: string
  path: string
  deep?: number
}

export interface Answered {
  list: string
  p50: number
  p95: number
  /** Milliseconds of CPU a request, server and PostgreSQL: a busy neighbour changes it least. */
  cpu: number
  rows: number
}

export interface Load {
  clients: number
  requests: number
  /** CPU milliseconds that the server and PostgreSQL have used so far. */
  cpu(): number
}

export interface Reader {
  name: string
  read(path: string): Promise<unknown>
}

interface Page {
  items?: unknown[]
  nextCursor?: string
}

/** Reads one list over and over with as many clients as there are people at work, and says how long it took. */
export async function ask(reader: Reader, asked: Asked, { clients, requests, cpu }: Load): Promise<Answered> {
  const path = await deepInto(reader, asked)
  const first = (await reader.read(path)) as Page
  const times: number[] = []
  const before = cpu()
  let taken = 0
  const client = async () => {
    while (taken < requests) {
      taken += 1
      const began = performance.now()
      await reader.read(path)
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return {
    list: asked.name,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpu: (cpu() - before) / times.length,
    rows: first.items?.length ?? 0,
  }
}

/** The address of a page far down, found as a person would: page by page. */
async function deepInto(reader: Reader, { path, deep = 0 }: Asked): Promise<string> {
  let at = path
  for (let page = 0; page < deep; page += 1) {
    const { nextCursor } = (await reader.read(at)) as Page
    if (nextCursor === undefined) break
    at = `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(nextCursor)}`
  }
  return at
}

export async function signIn(send: Send, login: string, password: string): Promise<Reader> {
  const reply = await send('POST', '/api/v1/session', { login, password })
  ok(reply)
  const cookie = reply.headers['set-cookie']![0]!.split(';')[0]!
  return { name: login, read: async (path) => ok(await send('GET', `/api/v1${path}`, undefined, { cookie })) }
}
