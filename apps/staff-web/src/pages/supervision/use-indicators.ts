import { useQuery } from '@tanstack/react-query'
import { supervision } from '../../server/clients.ts'
import type { SupervisionSearch } from './search.ts'

export function useIndicators(search: SupervisionSearch) {
  return useQuery({
    queryKey: ['indicators', search],
    queryFn: () => supervision.indicators({ query: { ...search, by: 'place' } }),
    refetchOnWindowFocus: 'always',
  })
}
