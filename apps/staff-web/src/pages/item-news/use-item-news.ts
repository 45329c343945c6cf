import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Subscribed } from '#capabilities/catalogue/contract/subscription-routes.ts'
import { itemSubscriptions } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'

const OFTEN_MS = 5 * 60_000

/** What came out of what my body follows; a few times a year, so it is asked for seldom. */
export function useItemNews() {
  return useQuery({
    queryKey: ['item-news'],
    queryFn: () => itemSubscriptions.itemNews({ query: {} }),
    refetchInterval: OFTEN_MS,
    staleTime: OFTEN_MS / 5,
  })
}

export function useSubscriptions() {
  return useQuery({
    queryKey: ['item-subscriptions'],
    queryFn: () => itemSubscriptions.subscriptions({}),
  })
}

export function useReadNews() {
  const client = useQueryClient()
  return useSend({
    mutationFn: (upTo: string) => itemSubscriptions.readItemNews({ body: { upTo } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['item-news'] }),
  })
}

/** Begins or ends a subscription; what is news follows from it. */
export function useSubscribing(done: () => void) {
  const client = useQueryClient()
  return useSend({
    mutationFn: ({ end, wish }: { end: boolean; wish: Required<Subscribed> }) =>
      end ? itemSubscriptions.unsubscribe({ params: wish }) : itemSubscriptions.subscribe({ body: wish }),
    onSuccess: async () => {
      done()
      await Promise.all(
        [['item-subscriptions'], ['item-news']].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
    },
  })
}
