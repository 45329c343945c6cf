import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { rectifications } from '../../server/clients.ts'
import type { Queue } from './search.ts'

const LIMIT = 30

/** The list page by page; read again whenever somebody comes back to the window. */
export function useRectifications(queue: Queue) {
  return useInfiniteQuery({
    queryKey: ['rectifications', queue],
    queryFn: ({ pageParam }) =>
      rectifications.list({
        query: { queue, limit: LIMIT, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchOnWindowFocus: 'always',
  })
}

export function useRectification(id: string) {
  return useQuery({
    queryKey: ['rectification', id],
    queryFn: () => rectifications.detail({ params: { id } }),
    refetchOnWindowFocus: 'always',
  })
}
