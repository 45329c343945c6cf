import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { itemSubscriptions } from '../../server/clients.ts'

/** Items of an area by part of their name; nothing is asked before somebody wants to choose one. */
export function useItemsOf(area: string, typed: string | undefined) {
  const q = typed?.trim() ?? ''
  const found = useQuery({
    queryKey: ['items-to-follow', area, q],
    queryFn: () => itemSubscriptions.followable({ query: { area, ...(q === '' ? {} : { q }) } }),
    enabled: typed !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return found.data?.items ?? []
}
