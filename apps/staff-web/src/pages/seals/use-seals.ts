import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { seals } from '../../server/clients.ts'

export interface UsesFilter {
  seal?: string
  from?: string
  to?: string
}

export function useSeals() {
  return useQuery({ queryKey: ['seals'], queryFn: () => seals.seals({}) })
}

export function useUses(filter: UsesFilter) {
  return useInfiniteQuery({
    queryKey: ['seal-uses', filter],
    queryFn: ({ pageParam }) =>
      seals.uses({ query: { ...filter, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
}

/** The same log as a file. */
export function usesFileUrl(filter: UsesFilter): string {
  const query = new URLSearchParams({ ...filter }).toString()
  return `/api/v1/seal-uses/export${query === '' ? '' : `?${query}`}`
}
