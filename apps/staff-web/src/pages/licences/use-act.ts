import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { LicenceSummary } from '#capabilities/case/contract/licence-routes.ts'
import { licences } from '../../server/clients.ts'
import { isCode } from '../../server/failure.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'

/** It moved on under the reader's eyes. */
export const MOVED_ON = ['licence-moved-on', 'licence-not-your-step'] as const

/** One act from one dialog: one request id from its opening on, so pressing twice is pressing once. */
export function useAct({ number, version }: LicenceSummary, act: string, done: () => void) {
  const client = useQueryClient()
  const requestId = useRef<string>(undefined)
  const readAgain = () => client.invalidateQueries({ queryKey: ['licence', number] })
  return useSend({
    mutationFn: (input: Record<string, unknown>) =>
      licences.licenceAct({
        params: { number, act },
        body: { version, input },
        requestId: (requestId.current ??= newRequestId()),
      }),
    onSuccess: async () => {
      await readAgain()
      void client.invalidateQueries({ queryKey: ['licences'] })
      done()
    },
    onError: (error) => {
      // A refusal wrote nothing; what is sent next is another request.
      requestId.current = undefined
      if (isCode(error, ...MOVED_ON)) void readAgain()
    },
  })
}
