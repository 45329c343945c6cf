import type { AllowedAct, CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { Asked } from '../asked/asked.tsx'
import { urgency } from '../work-list/urgency.ts'
import { isOver } from '../work-list/words.ts'
import { StillOpen } from './still-open.tsx'
import { caseWords as words } from './words.ts'

/** Whose turn it is: mine when a first step is mine, nobody's when the system delivers. */
function whose({ summary, allowed, deliveryMode }: CaseDetail): string {
  if (summary.state === 'issued' && deliveryMode === 'electronic') return words.bySystem
  return allowed.some(({ tone }) => tone === 'primary') ? words.yourTurn : words.waitsFor(summary.waitsFor)
}

/** What is asked, by when and why, in sight while the papers are read. */
export function AskedOfMe({ detail, choose }: { detail: CaseDetail; choose: (act: AllowedAct) => void }) {
  const { summary, allowed } = detail
  const over = isOver(summary.state)
  return (
    <Asked beside allowed={allowed} choose={choose} nothing={over ? undefined : words.noButtons}>
      <p>{over ? words.nothingAsked : whose(detail)}</p>
      <Nearest detail={detail} />
      {!over && <StillOpen parts={detail.parts} />}
      {detail.review !== undefined && (
        <p className="opinion">
          <strong>{words.reviewed(detail.review.opinion)}</strong>
          {detail.review.text}
        </p>
      )}
    </Asked>
  )
}

/** The day that comes first, with the sentence that says why it falls there. */
function Nearest({ detail: { summary, clocks } }: { detail: CaseDetail }) {
  const clock = nearest(clocks)
  if (clock === undefined) return <p className="muted">{words.noClock}</p>
  const { text, tone } = urgency(summary)
  return (
    <>
      <p>
        {clock.state === 'stopped' ? (
          <span className="tag tag-plain">{words.stopped}</span>
        ) : (
          <span className={`tag tag-${tone}`}>{text}</span>
        )}{' '}
        {clock.title}
        {clock.day !== undefined && <strong> {longDay(clock.day)}</strong>}
      </p>
      <p className="small muted">{clock.sentence}</p>
    </>
  )
}

function nearest(clocks: readonly ClockView[]): ClockView | undefined {
  const running = clocks.filter((clock) => clock.state === 'running' && clock.day !== undefined)
  running.sort((one, other) => one.day!.localeCompare(other.day!))
  return running[0] ?? clocks.find((clock) => clock.state === 'stopped')
}
