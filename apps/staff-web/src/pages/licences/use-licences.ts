import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { licenceRoutes } from '#capabilities/case/contract/licence-routes.ts'
import type { Shape } from '#platform/http/contract.ts'
import { licences } from '../../server/clients.ts'
import { queryOf, type LicencesSearch } from './search.ts'

const LIMIT = 30

/** The register page by page, newest first. */
export function useLicences(search: LicencesSearch) {
  return useRegister(queryOf(search))
}

/** Those that wait for a decision of my body. */
export function useWaitingLicences() {
  return useRegister({ waiting: '1' })
}

type Asked = Omit<Shape<(typeof licenceRoutes.licences)['query']>, 'limit' | 'cursor'>

function useRegister(asked: Asked) {
  return useInfiniteQuery({
    queryKey: ['licences', asked],
    queryFn: ({ pageParam }) =>
      licences.licences({
        query: { ...asked, limit: LIMIT, ...(pageParam === '' ? {} : { cursor: pageParam }) },
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
