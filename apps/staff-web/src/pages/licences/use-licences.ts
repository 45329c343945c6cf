import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { licenceRoutes } from '#capabilities/case/contract/licence-routes.ts'
import type { Shape } from '#platform/http/contract.ts'
import { licences } from '../../server/clients.ts'
import { PAPER_TRIES, PAPER_WAIT_MS } from '../case/use-case.ts'
import { queryOf, type LicencesSearch } from './search.ts'

const LIMIT = 30

/** The register page by page: newest first, or by last days where these were asked for. */
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

/** One licence; asks again for a while where a paper is still being made. */
export function useLicence(number: string) {
  return useQuery({
    queryKey: ['licence', number],
    queryFn: () => licences.licence({ params: { number } }),
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.making === undefined || dataUpdateCount > PAPER_TRIES ? false : PAPER_WAIT_MS,
  })
}
