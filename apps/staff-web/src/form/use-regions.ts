import { useQuery } from '@tanstack/react-query'
import { organisation } from '../server/clients.ts'

/** Towns and streets with their villages and communities; they change once in years. */
export function useRegions() {
  return useQuery({
    queryKey: ['regions'],
    queryFn: async () => (await organisation.regions({})).regions,
    staleTime: Infinity,
  })
}
