import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { books } from '../../server/clients.ts'
import type { BookSearch } from './search.ts'

const LIMIT = 30

export function useBooks() {
  return useQuery({ queryKey: ['books'], queryFn: () => books.books({}), refetchOnWindowFocus: 'always' })
}

/** A book page by page: open entries by due day, others newest first. */
export function useEntries(book: string, search: BookSearch) {
  return useInfiniteQuery({
    queryKey: ['book', book, search],
    queryFn: ({ pageParam }) =>
      books.entries({
        params: { book },
        query: { ...search, limit: LIMIT, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchOnWindowFocus: 'always',
  })
}

export function useEntry(book: string, id: string) {
  return useQuery({
    queryKey: ['book-entry', book, id],
    queryFn: () => books.entry({ params: { book, id } }),
    refetchOnWindowFocus: 'always',
  })
}
