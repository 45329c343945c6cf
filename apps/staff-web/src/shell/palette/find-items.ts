import { useQuery } from '@tanstack/react-query'
import { catalogue } from '../../server/clients.ts'
import { useSettled } from './find-cases.ts'

const FOUND_MAX = 5

/** Items in force that answer what was typed, as citizens would say it, for whoever takes applications in. */
export function useFoundItems(typed: string, takesIn: boolean) {
  const q = useSettled(typed.trim())
  return useQuery({
    queryKey: ['items', 'found', q],
    queryFn: () => catalogue.items({ query: { q, limit: FOUND_MAX } }),
    enabled: takesIn && q.length > 1 && !/^\d+$/.test(q),
    staleTime: 60_000,
  })
}
