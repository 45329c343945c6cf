import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { notices } from '../../server/clients.ts'

/** What happened to my cases, page by page; seen on the server as soon as it is on the screen. */
export function useNotices() {
  const client = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: ['notices'],
    queryFn: ({ pageParam }) => notices.notices({ query: pageParam === '' ? {} : { cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    // What was new stays marked until the list is opened again.
    staleTime: Infinity,
    gcTime: 0,
  })
  const first = list.data?.pages[0]
  const told = useRef(false)
  useEffect(() => {
    if (first === undefined || told.current || !first.items.some(({ unread }) => unread)) return
    told.current = true
    void notices
      .readNotices({ body: { upTo: first.upTo } })
      .then(() => client.invalidateQueries({ queryKey: ['counts'] }))
      // Not marked now, marked the next time.
      .catch(() => undefined)
  }, [first, client])
  return list
}
