import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refused } from '#platform/http/client.ts'
import { heard, onReturn } from '../session/connection.ts'
import { sessionExpired } from '../session/expiry.ts'
import { isCode } from './failure.ts'

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice, onSuccess: () => heard() }),
  mutationCache: new MutationCache({ onError: notice, onSuccess: () => heard() }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      networkMode: 'always',
      retry: (times, error) => !(error instanceof Refused) && times < 2,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

// What could not be read while the line was gone is read now; what could not be sent waits for its button.
onReturn(() => void queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' }))

/** An ended session asks for the password above the page; a stale token is fetched anew before the next press. */
function notice(error: unknown): void {
  heard(error)
  if (isCode(error, 'signed-out')) sessionExpired(true)
  if (isCode(error, 'form-expired')) void queryClient.invalidateQueries({ queryKey: ['session'] })
}
