import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { failure } from '../../server/failure.ts'
import { cases } from '../../server/clients.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { workListWords as words } from './words.ts'

/** 认领 from the list, also by the key C on the row: whoever was faster is named, and the list is read again either way. */
export function ClaimButton({ summary }: { summary: CaseSummary }) {
  const { no, itemName, applicant } = summary
  const client = useQueryClient()
  const [requestId, setRequestId] = useState(newRequestId)
  const read = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['cases'] }),
      client.invalidateQueries({ queryKey: ['counts'] }),
    ])
  const claim = useSend({
    mutationFn: () => cases.act({ params: { no, act: 'claim' }, body: { input: {} }, requestId }),
    onSuccess: async () => {
      announce(words.claimed(itemName))
      await read()
    },
    onError: async (error) => {
      setRequestId(newRequestId())
      announce(failure(error).sentence)
      await read()
    },
  })
  return (
    <Button
      size="small"
      className="row-claim no-print"
      data-claim
      loading={claim.isPending}
      aria-label={words.claimOf(itemName, applicant)}
      onClick={() => claim.mutate()}
    >
      {words.claim}
    </Button>
  )
}
