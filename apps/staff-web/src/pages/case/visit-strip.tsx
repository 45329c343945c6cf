import { Alert, Button } from 'antd'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { isOver } from '../work-list/words.ts'
import { caseWords as words } from './words.ts'

const LEAVE_OPEN = 'leave-open'

/**
 * The visit of an on-the-spot matter (当场办结): while the applicant waits it says who is next; once the day is over
 * without a reason it says that nothing goes on before one is given (CAS-10).
 */
export function VisitStrip({ detail, choose }: { detail: CaseDetail; choose: (act: AllowedAct) => void }) {
  const { summary, allowed, leftOpen } = detail
  if (summary.reasonOwed === true) {
    const explain = allowed.find(({ act }) => act === LEAVE_OPEN)
    return (
      <Alert
        type="error"
        role="alert"
        title={words.reasonOwed}
        description={explain === undefined ? words.reasonOwedByOthers : words.reasonOwedText}
        action={explain && <Button onClick={() => choose(explain)}>{explain.title}</Button>}
      />
    )
  }
  if (leftOpen?.explained === true)
    return <Alert type="info" role="note" title={words.leftOpen} description={leftOpen.text} />
  if (!isWaiting(detail)) return null
  const next = allowed.find(({ tone }) => tone === 'primary')
  return (
    <Alert
      type="info"
      role="note"
      title={words.onTheSpot}
      description={next === undefined ? words.callNext(summary.waitsFor) : words.goOnWith(next.title)}
    />
  )
}

/** Somebody stands at the window and waits for the decision or for the paper. */
function isWaiting({ summary, procedure, decision }: CaseDetail): boolean {
  if (procedure === 'approval' || summary.channel !== 'window' || isOver(summary.state)) return false
  if (decision === undefined) return summary.state !== 'supplementing'
  return summary.state === 'decided' || summary.state === 'issued'
}
