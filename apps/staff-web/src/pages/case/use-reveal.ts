import { useMutation } from '@tanstack/react-query'
import { cases } from '../../server/clients.ts'

/** The answer stays with the caller and never in the cache: leaving the page forgets it. */
export function useReveal(no: string) {
  return useMutation({
    mutationFn: (reason: string) => cases.reveal({ params: { no }, body: { reason } }),
    gcTime: 0,
  })
}
