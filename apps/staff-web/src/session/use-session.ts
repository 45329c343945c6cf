import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { sessions } from '../server/clients.ts'
import { keepCsrfToken } from '../server/csrf-token.ts'
import { isCode } from '../server/failure.ts'
import { queryClient } from '../server/query-client.ts'
import { sessionExpired } from './expiry.ts'
import { keptBelongsTo } from './kept/store.ts'

const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: Infinity,
  gcTime: Infinity,
})

/** Who sits here and in which post; `null` when nobody is signed in. */
export function useSession() {
  return useQuery(sessionQuery)
}

/** Below the gate, where somebody is signed in. */
export function useSignedIn(): SessionView {
  const session = useSuspenseQuery(sessionQuery).data
  if (session === null) throw new Error('a page was drawn without a session')
  return session
}

export function keepSession(session: SessionView | null): void {
  if (session !== null) signedIn(session)
  queryClient.setQueryData(sessionQuery.queryKey, session)
}

function signedIn({ csrfToken, person, post }: SessionView): void {
  keepCsrfToken(csrfToken)
  keptBelongsTo({ person: person.id, post: post.id })
}

async function readSession(): Promise<SessionView | null> {
  try {
    const session = await sessions.session({})
    signedIn(session)
    return session
  } catch (error) {
    if (!isCode(error, 'signed-out')) throw error
    const before = queryClient.getQueryData(sessionQuery.queryKey) ?? null
    // Somebody was working here: keep the page and ask for the password above it.
    if (before !== null) sessionExpired(true)
    return before
  }
}
