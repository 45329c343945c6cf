import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { cases } from '../../server/clients.ts'
import { announce } from '../../shell/notice.tsx'
import { caseWords as words } from './words.ts'

/** The case that is mine to do next, the earliest day first; nothing when this one was the last. */
export function nextCaseQuery(no: string) {
  return queryOptions({
    queryKey: ['cases', 'next', no],
    queryFn: async () => {
      const { items } = await cases.list({ query: { queue: 'mine', limit: 2 } })
      return items.find((summary) => summary.no !== no) ?? null
    },
  })
}

export function useNextCase(no: string): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    const next = await client.fetchQuery(nextCaseQuery(no)).catch(() => null)
    if (next === null) announce(words.keys.noNext)
    else await navigate({ to: '/cases/$no', params: { no: next.no } })
  }
}
