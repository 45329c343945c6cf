import { useSyncExternalStore } from 'react'

let expired = false
const listeners = new Set<() => void>()

/** Set by any answer “signed out”, cleared by signing in again; the page below stays as it is. */
export function sessionExpired(now: boolean): void {
  if (expired === now) return
  expired = now
  for (const listener of listeners) listener()
}

export function useSessionExpired(): boolean {
  return useSyncExternalStore(listen, () => expired)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
