import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { itemQuality } from '../../server/clients.ts'
import type { QualitySearch } from './search.ts'

export function useQuality(search: QualitySearch) {
  return useInfiniteQuery({
    queryKey: ['item-quality', search],
    queryFn: ({ pageParam }) =>
      itemQuality.itemQuality({
        query: { ...search, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
}

export function useQualityOfItem(id: string) {
  return useQuery({
    queryKey: ['item-quality-of', id],
    queryFn: () => itemQuality.qualityOfItem({ params: { id } }),
  })
}

export function useItemChecks() {
  return useQuery({
    queryKey: ['item-checks'],
    queryFn: () => itemQuality.itemChecks({}),
    staleTime: 60_000,
  })
}
