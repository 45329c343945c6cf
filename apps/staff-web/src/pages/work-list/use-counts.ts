import { useQuery } from '@tanstack/react-query'
import { cases } from '../../server/clients.ts'

/** What waits; asked by nobody whose work are no cases. */
export function useCounts(enabled = true) {
  return useQuery({
    queryKey: ['counts'],
    enabled,
    queryFn: () => cases.counts({}),
    refetchOnWindowFocus: 'always',
    refetchInterval: 60_000,
  })
}
