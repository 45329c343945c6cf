import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { administration } from '../../server/clients.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'

export function useEndPost(id: string, done: () => void) {
  const client = useQueryClient()
  const [requestId] = useState(newRequestId)
  return useSend({
    mutationFn: (reason: string) => administration.endPost({ params: { id }, body: { reason }, requestId }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['posts'] })
      done()
    },
  })
}
