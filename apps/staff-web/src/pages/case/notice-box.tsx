import { Alert } from 'antd'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { day, longDay } from '#ui/format/day.ts'
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
              {revocation && <p>{words.decisionRevoked(day(revocation.day))}</p>}
              {decision.by !== undefined && <p className="muted">{words.decidedBy(decision.by)}</p>}
            </>
          }
        />
      )}
      {supplement && (
        <Alert
          type={supplement.open ? 'warning' : 'info'}
          role="note"
          title={supplement.open ? words.supplementOpen : words.supplementClosed}
          description={
            <>
              <ol>
                {supplement.lines.map((line) => (
                  <li key={line.material}>
                    <strong>{line.name}</strong>：{line.problem} {words.remedy}
                    {line.remedy}
                    {line.basis !== undefined && `（${words.basis}${line.basis}）`}
                  </li>
                ))}
              </ol>
              {supplement.dueDay !== undefined && <p>{words.supplementDue(longDay(supplement.dueDay))}</p>}
            </>
          }
        />
      )}
    </>
  )
}
