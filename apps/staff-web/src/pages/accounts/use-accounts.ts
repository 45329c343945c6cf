import { useInfiniteQuery } from '@tanstack/react-query'
import { administration } from '../../server/clients.ts'

export function useAccounts() {
  return useInfiniteQuery({
    queryKey: ['accounts'],
    queryFn: ({ pageParam }) =>
      administration.accounts({ query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchOnWindowFocus: 'always',
  })
}
