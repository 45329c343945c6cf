import { Button } from 'antd'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { useClaims } from './use-claims.ts'
import { workListWords as words } from './words.ts'

/** 认领 from the list, also by the key C on the row. */
export function ClaimButton({ summary }: { summary: CaseSummary }) {
  const { itemName, applicant } = summary
  const claim = useClaims()
  return (
    <Button
      size="small"
      className="row-claim no-print"
      data-claim
      loading={claim.isPending}
      aria-label={words.claimOf(itemName, applicant)}
      onClick={() => claim.mutate([summary])}
    >
      {words.claim}
    </Button>
  )
}
