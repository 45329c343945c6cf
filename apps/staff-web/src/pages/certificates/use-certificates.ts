import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { certificates } from '../../server/clients.ts'
import { queryOf, type CertificatesSearch } from './search.ts'

const LIMIT = 30

/** The register page by page, the newest first. */
export function useCertificates(search: CertificatesSearch) {
  return useInfiniteQuery({
    queryKey: ['certificates', search],
    queryFn: ({ pageParam }) =>
      certificates.certificates({
        query: { ...queryOf(search), limit: LIMIT, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchOnWindowFocus: 'always',
  })
}

export function useCertificate(id: string) {
  return useQuery({
    queryKey: ['certificate', id],
    queryFn: () => certificates.certificate({ params: { id } }),
    refetchOnWindowFocus: 'always',
  })
}

export function useKinds() {
  return useQuery({ queryKey: ['certificate-kinds'], queryFn: () => certificates.certificateTypes({}) })
}
