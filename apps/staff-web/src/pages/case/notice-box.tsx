import { Alert } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { day, longDay } from '#ui/format/day.ts'
import { ServedNotice } from './served-notice.tsx'
import { caseWords as words } from './words.ts'

/** The decision, and the one notice while it asks something. */
export function NoticeBox({ detail }: { detail: CaseDetail }) {
  const { decision, supplement, revocation } = detail
  return (
    <>
      {decision && (
        <Alert
          type={decision.result === 'granted' && revocation === undefined ? 'success' : 'warning'}
          role="note"
          title={`${words.decision[decision.result]}，${words.decidedOn(day(decision.day))}`}
          description={
            <>
              <p>{decision.reason}</p>
              {decision.validUntil !== undefined && <p>{words.validUntil(longDay(decision.validUntil))}</p>}
              {revocation && <p>{words.decisionRevoked(day(revocation.day))}</p>}
              {decision.by !== undefined && <p className="muted">{words.decidedBy(decision.by)}</p>}
            </>
          }
        />
      )}
      {supplement && <ServedNotice notice={supplement} />}
    </>
  )
}
