import { useInfiniteQuery } from '@tanstack/react-query'
import type { AlertView, AttemptView } from '#capabilities/supervision/contract.ts'
import type { FindingView } from '#capabilities/supervision/contract/findings.ts'
import type { GapView } from '#capabilities/supervision/contract/gaps.ts'
import { supervision } from '../../server/clients.ts'
import type { SupervisionSearch } from './search.ts'

const LIMIT = 30
const page = (cursor: string) => ({ limit: LIMIT, ...(cursor === '' ? {} : { cursor }) })
const paged = {
  initialPageParam: '',
  getNextPageParam: (last: { nextCursor?: string }) => last.nextCursor,
}

export type Part = 'numerator' | 'rest' | 'all'

export function useIndicatorCases(id: string, part: Part, search: SupervisionSearch) {
  return useInfiniteQuery({
    queryKey: ['indicator-cases', id, part, search],
    queryFn: ({ pageParam }) =>
      supervision.indicatorCases({ params: { id }, query: { ...search, part, ...page(pageParam) } }),
    ...paged,
  })
}

export function useAlerts(level: AlertView['level'] | undefined, place: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['alerts', level, place],
    queryFn: ({ pageParam }) =>
      supervision.alerts({
        query: {
          ...(level === undefined ? {} : { level }),
          ...(place === undefined ? {} : { place }),
          ...page(pageParam),
        },
      }),
    ...paged,
    refetchOnWindowFocus: 'always',
  })
}

export function useAttempts(kind: AttemptView['kind'] | undefined, search: SupervisionSearch) {
  return useInfiniteQuery({
    queryKey: ['attempts', kind, search],
    queryFn: ({ pageParam }) =>
      supervision.attempts({
        query: { ...search, ...(kind === undefined ? {} : { kind }), ...page(pageParam) },
      }),
    ...paged,
    refetchOnWindowFocus: 'always',
  })
}

export interface FindingsAsked extends SupervisionSearch {
  rule?: FindingView['rule']
  source?: FindingView['source']
}

export function useFindings(asked: FindingsAsked) {
  return useInfiniteQuery({
    queryKey: ['findings', asked],
    queryFn: ({ pageParam }) => supervision.findings({ query: { ...asked, ...page(pageParam) } }),
    ...paged,
  })
}

export function useImports() {
  return useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam }) => supervision.imports({ query: page(pageParam) }),
    ...paged,
  })
}

export function useGaps(code: GapView['code'] | undefined, place: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['gaps', code, place],
    queryFn: ({ pageParam }) =>
      supervision.gaps({
        query: {
          ...(code === undefined ? {} : { code }),
          ...(place === undefined ? {} : { place }),
          ...page(pageParam),
        },
      }),
    ...paged,
    refetchOnWindowFocus: 'always',
  })
}
