import { useInfiniteQuery } from '@tanstack/react-query'
import { administration } from '../../server/clients.ts'

/** The trail, newest first, all of it or one kind of event. */
export function useAudit(event: string) {
  return useInfiniteQuery({
    queryKey: ['audit', event],
    queryFn: ({ pageParam }) =>
      administration.audit({
        query: {
          limit: 50,
          ...(event === '' ? {} : { event }),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
}
