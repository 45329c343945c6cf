import { useQuery } from '@tanstack/react-query'
import { catalogue } from '../../server/clients.ts'

/** The version in force; kept as it was read until the filing is done, so that what is filed is what was seen. */
export function useItem(id: string) {
  return useQuery({
    queryKey: ['item', id],
    queryFn: () => catalogue.item({ params: { id } }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
