import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { cases } from '../../server/clients.ts'
import { isCode } from '../../server/failure.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'

export interface ActToSend {
  act: string
  input: Record<string, unknown>
}

/** The case moved on under the reader's eyes. */
export const MOVED_ON = ['changed-since-read', 'not-in-this-state', 'not-your-step'] as const

/**
 * One act from one dialog: each act has its request id from the opening of the dialog on, so pressing twice is
 * pressing once. When the case has moved on it is read again and the dialog stays, with everything typed in it.
 */
export function useAct(detail: CaseDetail, done: () => void) {
  const client = useQueryClient()
  const requestIds = useRef<Record<string, string>>({})
  const { no, version } = detail.summary
  return useSend({
    mutationFn: ({ act, input }: ActToSend) => {
      const requestId = (requestIds.current[act] ??= newRequestId())
      return cases.act({ params: { no, act }, body: { version, input }, requestId })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['case', no] })
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['counts'] })
      done()
    },
    onError: (error, { act }) => {
      if (!isCode(error, ...MOVED_ON)) return
      // A refusal wrote nothing; what is sent next is another request about another version.
      delete requestIds.current[act]
      void client.invalidateQueries({ queryKey: ['case', no] })
    },
  })
}
