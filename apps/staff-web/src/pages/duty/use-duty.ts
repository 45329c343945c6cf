import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AbsenceKind } from '#capabilities/staff/contract.ts'
import { duty } from '../../server/clients.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'

export function useDuty() {
  return useQuery({ queryKey: ['duty'], queryFn: () => duty.duty({}) })
}

export type DutyChange =
  | { set: 'cover'; cover: string | null }
  | { set: 'absence'; from: string; to: string; kind: AbsenceKind }
  | { set: 'back'; absence: string }

/** One change after the other on one post; each has a request id of its own. */
export function useDutyChange(post: string, done: (change: DutyChange) => void) {
  const client = useQueryClient()
  const [requestId, setRequestId] = useState(newRequestId)
  const renew = () => setRequestId(newRequestId())
  return useSend({
    mutationFn: (change: DutyChange) => sent(post, change, requestId),
    onSuccess: async (_reply, change) => {
      renew()
      await client.invalidateQueries({ queryKey: ['duty'] })
      void client.invalidateQueries({ queryKey: ['cases'] })
      done(change)
    },
    onError: renew,
  })
}

function sent(post: string, change: DutyChange, requestId: string): Promise<{ done: boolean }> {
  switch (change.set) {
    case 'cover':
      return duty.setCover({ params: { post }, body: { cover: change.cover }, requestId })
    case 'absence':
      return duty.setAbsence({
        params: { post },
        body: { from: change.from, to: change.to, kind: change.kind },
        requestId,
      })
    case 'back':
      return duty.endAbsence({ params: { post, id: change.absence }, requestId })
  }
}
