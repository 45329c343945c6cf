import { useQueryClient } from '@tanstack/react-query'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { cases } from '../../server/clients.ts'
import { isCode } from '../../server/failure.ts'
import { useSend } from '../../server/use-send.ts'
import { useKeptRequest } from '../../session/kept/use-kept-request.ts'

export interface ActToSend {
  act: string
  input: Record<string, unknown>
}

/** The case moved on under the reader's eyes. */
export const MOVED_ON = ['changed-since-read', 'not-in-this-state', 'not-your-step'] as const

/**
 * One act from one dialog: pressing twice is pressing once, also when the answer was lost. When the case has moved on it is read
 * again and the dialog stays, with everything typed in it.
 */
export function useAct(detail: CaseDetail, done: () => void) {
  const client = useQueryClient()
  const requests = useKeptRequest<{ version: number; input: Record<string, unknown> }>()
  const { no, version } = detail.summary
  return useSend({
    mutationFn: ({ act, input }: ActToSend) => {
      const request = requests.begin(JSON.stringify([act, input]), { version, input })
      return cases.act({ params: { no, act }, ...request })
    },
    onSuccess: async () => {
      requests.done()
      await client.invalidateQueries({ queryKey: ['case', no] })
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['counts'] })
      done()
    },
    onError: (error) => {
      requests.failed(error)
      if (!isCode(error, ...MOVED_ON)) return
      void client.invalidateQueries({ queryKey: ['case', no] })
    },
  })
}
