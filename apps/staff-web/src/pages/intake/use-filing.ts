import { useQueryClient } from '@tanstack/react-query'
import type { Filing } from '#capabilities/case/contract.ts'
import { cases, drafts } from '../../server/clients.ts'
import { isCode } from '../../server/failure.ts'
import { useSend } from '../../server/use-send.ts'
import { useKeptRequest } from '../../session/kept/use-kept-request.ts'

const FILING = 'filing'

/**
 * One form is one filing: the request id lives as long as the form, through a reload too, so a double click is one click and a
 * press after a lost answer finds what the first one filed. What began as a draft is filed as its owner's, once on whichever
 * channel.
 */
export function useFiling(draft: string | undefined, filed: (no: string) => void) {
  const client = useQueryClient()
  const requests = useKeptRequest()
  return useSend({
    mutationFn: (filing: Filing): Promise<{ no: string }> => {
      const { requestId } = requests.begin(FILING, {})
      return draft === undefined
        ? cases.file({ body: filing, requestId })
        : drafts.fileDraft({ params: { id: draft }, body: filing, requestId })
    },
    onError: (error) => {
      // What the first press filed was something else; whether it is the same matter is for the server to say.
      if (isCode(error, 'request-reused')) requests.failed(error)
    },
    onSuccess: ({ no }) => {
      requests.done()
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['counts'] })
      filed(no)
    },
  })
}
