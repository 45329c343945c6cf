import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { RectificationSummary } from '#capabilities/evaluation/contract/rectification.ts'
import { rectifications } from '../../server/clients.ts'
import { isCode } from '../../server/failure.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'

/** It moved on under the reader's eyes. */
export const MOVED_ON = ['rectification-moved-on', 'rectification-not-your-step'] as const

/** One act from one dialog: one request id from its opening on, so pressing twice is pressing once. */
export function useAct({ id, version }: RectificationSummary, act: string, done: () => void) {
  const client = useQueryClient()
  const requestId = useRef<string>(undefined)
  const readAgain = () => client.invalidateQueries({ queryKey: ['rectification', id] })
  return useSend({
    mutationFn: (input: Record<string, unknown>) =>
      rectifications.act({
        params: { id, act },
        body: { version, input },
        requestId: (requestId.current ??= newRequestId()),
      }),
    onSuccess: async () => {
      await readAgain()
      void client.invalidateQueries({ queryKey: ['rectifications'] })
      done()
    },
    onError: (error) => {
      // A refusal wrote nothing; what is sent next is another request.
      requestId.current = undefined
      if (isCode(error, ...MOVED_ON)) void readAgain()
    },
  })
}
