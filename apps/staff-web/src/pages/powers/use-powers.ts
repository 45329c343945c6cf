import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { powers } from '../../server/clients.ts'
import type { PowersSearch } from './search.ts'

export function usePowers(search: PowersSearch) {
  return useInfiniteQuery({
    queryKey: ['powers', search],
    queryFn: ({ pageParam }) =>
      powers.powers({ query: { ...search, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
}

export function usePower(id: string) {
  return useQuery({ queryKey: ['power', id], queryFn: () => powers.power({ params: { id } }) })
}

/** Items, bodies and places to choose from; they change with a pack, not while somebody fills in a form. */
export function usePowerChoices() {
  return useQuery({
    queryKey: ['power-choices'],
    queryFn: () => powers.powerChoices({}),
    staleTime: 300_000,
  })
}
