import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { licences } from '../../server/clients.ts'
import { queryOf, type LicencesSearch } from './search.ts'

const LIMIT = 30

/** The register page by page, newest first. */
export function useLicences(search: LicencesSearch) {
  return useInfiniteQuery({
    queryKey: ['licences', search],
    queryFn: ({ pageParam }) =>
      licences.licences({
        query: { ...queryOf(search), limit: LIMIT, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchOnWindowFocus: 'always',
  })
}

export function useLicence(number: string) {
  return useQuery({
    queryKey: ['licence', number],
    queryFn: () => licences.licence({ params: { number } }),
    refetchOnWindowFocus: 'always',
  })
}
