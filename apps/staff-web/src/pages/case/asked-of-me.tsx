import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { Asked } from '../asked/asked.tsx'
import { isOver } from '../work-list/words.ts'
import { ReviewGiven } from './review-given.tsx'
import { Standing } from './standing.tsx'
import { StillOpen } from './still-open.tsx'
import { caseWords as words } from './words.ts'

interface Props {
  detail: CaseDetail
  choose: (act: AllowedAct) => void
}

/** What is asked, by when and why, in sight while the papers are read. */
export function AskedOfMe({ detail, choose }: Props) {
  const { roles } = useSignedIn().post
  const { summary, allowed } = detail
  const over = isOver(summary.state)
  return (
    <Asked beside allowed={allowed} choose={choose} nothing={over ? undefined : nothing(roles)}>
      <Standing detail={detail} />
      {!over && <StillOpen parts={detail.parts} />}
      <ReviewGiven review={detail.review} />
    </Asked>
  )
}

const WATCHING = ['supervisor', 'centre-director']

function nothing(roles: readonly string[]): string {
  return roles.every((role) => WATCHING.includes(role)) ? words.onlyWatches : words.noButtons
}
