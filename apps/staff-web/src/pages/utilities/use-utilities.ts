import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { books } from '../../server/clients.ts'

export const PAYMENTS = 'utility-payment'
export const RECONCILIATIONS = 'utility-reconciliation'

const LIMIT = 20
/** How long somebody stands at the counter before they are told to look again later. */
const TRIES = 20
const WAIT_MS = 1500

/** One payment; asked again until the supplier has answered, and given up after half a minute: the house itself goes on asking. */
export function usePayment(id: string) {
  const [asked, setAsked] = useState(0)
  const found = useQuery({
    queryKey: ['book-entry', PAYMENTS, id],
    queryFn: () => {
      setAsked((before) => before + 1)
      return books.entry({ params: { book: PAYMENTS, id } })
    },
    refetchInterval: ({ state: { data } }) =>
      (data === undefined || data.row.state === 'ordered') && asked < TRIES ? WAIT_MS : false,
  })
  return { found, slow: asked >= TRIES }
}

export function useBookList(book: typeof PAYMENTS | typeof RECONCILIATIONS, queue: 'open' | 'all') {
  return useInfiniteQuery({
    queryKey: ['book', book, { queue }],
    queryFn: ({ pageParam }) =>
      books.entries({
        params: { book },
        query: { queue, limit: LIMIT, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchOnWindowFocus: 'always',
  })
}
