import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Filing } from '#capabilities/case/contract.ts'
import { cases, drafts } from '../../server/clients.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'

/**
 * One form is one filing: the request id lives as long as the form, so a double click is one click. What began as a
 * draft is filed as its owner's, once on whichever channel.
 */
export function useFiling(draft: string | undefined, filed: (no: string) => void) {
  const client = useQueryClient()
  const [requestId] = useState(newRequestId)
  return useSend({
    mutationFn: (filing: Filing): Promise<{ no: string }> =>
      draft === undefined
        ? cases.file({ body: filing, requestId })
        : drafts.fileDraft({ params: { id: draft }, body: filing, requestId }),
    onSuccess: ({ no }) => {
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['counts'] })
      filed(no)
    },
  })
}
