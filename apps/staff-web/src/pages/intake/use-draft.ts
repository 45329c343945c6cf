import { useQuery } from '@tanstack/react-query'
import { drafts } from '../../server/clients.ts'

/**
 * The draft somebody began online and this post picked up. It is full of clear personal answers, so it is forgotten as
 * soon as the page is left, and read again when the page is opened anew.
 */
export function useDraft(id: string | undefined) {
  return useQuery({
    queryKey: ['draft', id],
    queryFn: () => drafts.heldDraft({ params: { id: id! } }),
    enabled: id !== undefined,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
