import { useQueryClient } from '@tanstack/react-query'
import { isCode } from '../../server/failure.ts'
import { useRequestId } from '../../server/use-request-id.ts'
import { useSend } from '../../server/use-send.ts'
import type { Matter } from './matter.ts'

/** One act from one dialog; whatever has moved on is read again and the dialog stays. */
export function useAct({ version, movedOn, reads, send }: Matter, act: string, done: () => void) {
  const client = useQueryClient()
  const requestId = useRequestId()
  return useSend({
    mutationFn: (input: Record<string, unknown>) => send(act, { version, input }, requestId.read()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: reads.self })
      void client.invalidateQueries({ queryKey: reads.lists })
      void client.invalidateQueries({ queryKey: ['counts'] })
      done()
    },
    onError: (error) => {
      requestId.failed(error)
      if (isCode(error, ...movedOn)) void client.invalidateQueries({ queryKey: reads.self })
    },
  })
}
