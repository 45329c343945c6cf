import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { catalogue } from '../../server/clients.ts'

/** Items in force: by name, or best answers to what was typed. */
export function useItems(typed: string) {
  const q = typed.trim()
  return useInfiniteQuery({
    queryKey: ['items', q],
    queryFn: ({ pageParam }) =>
      catalogue.items({
        query: { limit: 100, ...(q === '' ? {} : { q }), ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  })
}
