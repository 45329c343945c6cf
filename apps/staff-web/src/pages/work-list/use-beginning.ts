import { useEffect, useRef } from 'react'
import { workListSearch, type WorkListSearch } from './search.ts'
import type { Saved } from './use-saved-lists.ts'

/** A list somebody comes to without asking for anything begins with the filters they chose for that; asked for once, it stays. */
export function useBeginning(
  { lists, read }: Pick<Saved, 'lists' | 'read'>,
  search: WorkListSearch,
  change: (next: WorkListSearch) => void,
): void {
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || !read) return
    begun.current = true
    const first = lists.find((list) => list.first)
    if (first !== undefined && Object.keys(search).length === 0) change(workListSearch(first.search))
  }, [lists, read, search, change])
}
