import { useQuery } from '@tanstack/react-query'
import { cases } from '../../server/clients.ts'

export function useCounts() {
  return useQuery({
    queryKey: ['counts'],
    queryFn: () => cases.counts({}),
    refetchOnWindowFocus: 'always',
    refetchInterval: 60_000,
  })
}
