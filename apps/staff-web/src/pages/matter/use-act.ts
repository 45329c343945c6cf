import { useQueryClient } from '@tanstack/react-query'
import { isCode } from '../../server/failure.ts'
import { useSend } from '../../server/use-send.ts'
import { useKeptRequest } from '../../session/kept/use-kept-request.ts'
import type { ActBody, Matter } from './matter.ts'

/** One act from one dialog; whatever has moved on is read again and the dialog stays. */
export function useAct({ version, movedOn, reads, send }: Matter, act: string, done: () => void) {
  const client = useQueryClient()
  const requests = useKeptRequest<ActBody>()
  return useSend({
    mutationFn: (input: Record<string, unknown>) => {
      const { body, requestId } = requests.begin(JSON.stringify([act, input]), { version, input })
      return send(act, body, requestId)
    },
    onSuccess: async () => {
      requests.done()
      await client.invalidateQueries({ queryKey: reads.self })
      void client.invalidateQueries({ queryKey: reads.lists })
      void client.invalidateQueries({ queryKey: ['counts'] })
      done()
    },
    onError: (error) => {
      requests.failed(error)
      if (isCode(error, ...movedOn)) void client.invalidateQueries({ queryKey: reads.self })
    },
  })
}
