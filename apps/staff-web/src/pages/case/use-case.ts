import { queryOptions, useQuery } from '@tanstack/react-query'
import type { PaperView } from '#capabilities/case/contract.ts'
import { cases } from '../../server/clients.ts'

export const PAPER_WAIT_MS = 3000
export const PAPER_TRIES = 40

export function caseQuery(no: string) {
  return queryOptions({ queryKey: ['case', no], queryFn: () => cases.detail({ params: { no } }) })
}

/** One case; asks again for a while where a paper is still being made. */
export function useCase(no: string, { untilPaper }: { untilPaper?: PaperView['kind'] } = {}) {
  return useQuery({
    ...caseQuery(no),
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => {
      if (state.data === undefined || state.dataUpdateCount > PAPER_TRIES) return false
      const { papers, summary, deliveryMode } = state.data
      const waiting = papers.some((paper) => paper.url === undefined)
      const wanted = untilPaper !== undefined && !papers.some((paper) => paper.kind === untilPaper)
      // The decision is rendered and delivered by itself; whoever sealed it waits to see that.
      const delivering = summary.state === 'issued' && deliveryMode === 'electronic'
      return waiting || wanted || delivering ? PAPER_WAIT_MS : false
    },
  })
}
