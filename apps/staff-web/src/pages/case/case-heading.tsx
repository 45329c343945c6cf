import { PROCEDURE_TITLES } from '#capabilities/case/contract/titles.ts'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { shortDay, dayOf } from '#ui/format/day.ts'
import { PrintMenu } from './printing/print-menu.tsx'
import { caseWords as words, stateTone } from './words.ts'

export function CaseHeading({ detail }: { detail: CaseDetail }) {
  const { summary, steps, itemVersion, procedure } = detail
  return (
    <div className="stack-tight">
      <div className="page-head">
        <h1>{summary.itemName}</h1>
        <div className="row">
          <span className="tag tag-plain">{PROCEDURE_TITLES[procedure]}</span>
          <span className={`tag ${stateTone[summary.state] ?? 'tag-blue'}`}>{summary.stateText}</span>
          <PrintMenu detail={detail} />
        </div>
      </div>
      <p className="muted small">
        <span className="figures">{groupedNumber(summary.no)}</span> · {summary.decidingBody} ·{' '}
        {words.version(itemVersion)}
      </p>
      <ol className="case-steps small" aria-label={words.steps}>
        {steps.map((step) => (
          <li
            key={step.title}
            className={`case-step-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span aria-hidden="true">{STEP_MARKS[step.state]}</span> {step.title}
            <span className="visually-hidden">（{words.stepStates[step.state]}）</span>
            {step.at !== undefined && <span className="muted"> {shortDay(dayOf(step.at))}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}

const STEP_MARKS = { done: '✓', current: '●', coming: '○' }
