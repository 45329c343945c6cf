import { useInfiniteQuery } from '@tanstack/react-query'
import { cases } from '../../server/clients.ts'
import type { WorkListSearch } from './search.ts'

const LIMIT = 30

/** The list by due day, page by page; read again whenever the clerk comes back to the window. */
export function useWorkList(search: WorkListSearch) {
  return useInfiniteQuery({
    queryKey: ['cases', search],
    queryFn: ({ pageParam }) =>
      cases.list({ query: { ...search, limit: LIMIT, ...(pageParam === '' ? {} : { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchOnWindowFocus: 'always',
  })
}
