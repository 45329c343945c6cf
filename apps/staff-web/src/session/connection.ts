import { useSyncExternalStore } from 'react'
import { Refused } from '#platform/http/client.ts'

export type Connection = 'there' | 'lost' | 'back'

const FIRST_TRY_MS = 2_000
const LAST_TRY_MS = 15_000
const SAID_MS = 8_000
const PING = '/healthz'

let connection: Connection = 'there'
let timer: ReturnType<typeof setTimeout> | undefined
let wait = FIRST_TRY_MS
const listeners = new Set<() => void>()
const returns = new Set<() => void>()

/** Told by whatever went over the line: no answer at all means the line is gone, any answer that it is there. */
export function heard(error?: unknown): void {
  if (error === undefined || error instanceof Refused) found()
  // What fetch throws without an answer, and what a gateway's page is when it is read as an answer.
  else if (error instanceof TypeError || error instanceof SyntaxError) lose()
}

/** Asks at once instead of waiting for the next try. */
export async function tryConnection(): Promise<void> {
  clearTimeout(timer)
  try {
    // Any answer below 500 came over the line; a gateway without a server behind it says 502.
    const reply = await fetch(PING, { cache: 'no-store' })
    if (reply.status < 500) return found()
  } catch {
    // Still gone.
  }
  wait = Math.min(wait * 2, LAST_TRY_MS)
  timer = setTimeout(() => void tryConnection(), wait)
}

export function useConnection(): Connection {
  return useSyncExternalStore(listen, () => connection)
}

/** Called when the line is there again. */
export function onReturn(listener: () => void): void {
  returns.add(listener)
}

export function watchConnection(): void {
  window.addEventListener('offline', lose)
  window.addEventListener('online', () => connection === 'lost' && void tryConnection())
}

function lose(): void {
  if (connection === 'lost') return
  say('lost')
  wait = FIRST_TRY_MS
  clearTimeout(timer)
  timer = setTimeout(() => void tryConnection(), wait)
}

function found(): void {
  if (connection !== 'lost') return
  clearTimeout(timer)
  say('back')
  for (const listener of returns) listener()
  timer = setTimeout(() => connection === 'back' && say('there'), SAID_MS)
}

function say(next: Connection): void {
  connection = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
