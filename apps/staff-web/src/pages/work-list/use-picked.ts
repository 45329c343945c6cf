import { useCallback, useMemo, useState } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'

export interface Picked {
  cases: readonly CaseSummary[]
  has: (no: string) => boolean
  toggle: (no: string) => void
  choose: (numbers: readonly string[]) => void
}

/** Lines somebody picked to do the same with all of them; what has left the list is no longer picked. */
export function usePicked(shown: readonly CaseSummary[]): Picked {
  const [numbers, setNumbers] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((no: string) => {
    setNumbers((before) => {
      const next = new Set(before)
      if (!next.delete(no)) next.add(no)
      return next
    })
  }, [])
  return useMemo(
    () => ({
      cases: shown.filter(({ no }) => numbers.has(no)),
      has: (no) => numbers.has(no),
      toggle,
      choose: (chosen) => setNumbers(new Set(chosen)),
    }),
    [shown, numbers, toggle],
  )
}
