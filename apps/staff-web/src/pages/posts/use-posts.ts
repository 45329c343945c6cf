import { useInfiniteQuery } from '@tanstack/react-query'
import { administration } from '../../server/clients.ts'

export function usePosts() {
  return useInfiniteQuery({
    queryKey: ['posts'],
    queryFn: ({ pageParam }) =>
      administration.posts({ query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
}
