export type Queue = 'mine' | 'open' | 'in-force' | 'all'
export const QUEUES: readonly Queue[] = ['mine', 'open', 'in-force', 'all']

/** What is looked for in a book; it lives in the address, so that “back” finds the same list. */
export interface BookSearch {
  queue?: Queue
  state?: string
  q?: string
  item?: string
  place?: string
  body?: string
}

export function bookSearch(given: Record<string, unknown>): BookSearch {
  const queue = QUEUES.find((each) => each === given['queue'])
  const texts = (['state', 'q', 'item', 'place', 'body'] as const).flatMap((name) => {
    const value = given[name]
    return typeof value === 'string' && value !== '' ? [[name, value.slice(0, 60)] as const] : []
  })
  return { ...(queue === undefined ? {} : { queue }), ...Object.fromEntries(texts) }
}

/** The same list as a file for a spreadsheet. */
export function fileUrl(book: string, search: BookSearch): string {
  const query = new URLSearchParams(Object.entries(search)).toString()
  return `/api/v1/books/${book}/export${query === '' ? '' : `?${query}`}`
}
