import { cases } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'

/** The answer stays with the caller and never in the cache: leaving the page forgets it. */
export function useReveal(no: string) {
  return useSend({
    mutationFn: (reason: string) => cases.reveal({ params: { no }, body: { reason } }),
    gcTime: 0,
  })
}
