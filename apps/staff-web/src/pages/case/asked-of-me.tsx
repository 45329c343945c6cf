import { Button } from 'antd'
import type { AllowedAct, CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { urgency } from '../work-list/urgency.ts'
import { isOver } from '../work-list/words.ts'
import { caseWords as words } from './words.ts'

/** What is asked, by when and why, with the buttons the server allows and no others. */
export function AskedOfMe({ detail, choose }: { detail: CaseDetail; choose: (act: AllowedAct) => void }) {
  const { summary, allowed } = detail
  const clock = nearest(detail.clocks)
  const { text, tone } = urgency(summary)
  return (
    <section className="sheet asked" aria-labelledby="asked-title">
      <div className="stack-tight">
        <h2 id="asked-title">{words.asked}</h2>
        <p>{isOver(summary.state) ? words.nothingAsked : words.waitsFor(summary.waitsFor)}</p>
        {clock === undefined ? (
          <p className="muted">{words.noClock}</p>
        ) : (
          <>
            <p>
              <span className={`tag tag-${tone}`}>{text}</span> {clock.title}
              {clock.day !== undefined && <strong> {longDay(clock.day)}</strong>}
            </p>
            <p className="small muted">{clock.sentence}</p>
          </>
        )}
        {detail.review !== undefined && (
          <p className="opinion">
            <strong>{words.reviewed(detail.review.opinion)}</strong>
            {detail.review.text}
          </p>
        )}
      </div>
      {allowed.length === 0 ? (
        !isOver(summary.state) && <p className="muted small">{words.noButtons}</p>
      ) : (
        <ul className="asked-acts">
          {allowed.map((act) => (
            <li key={act.act}>
              <Button
                block
                {...(act.tone === 'primary' ? { type: 'primary' as const } : {})}
                danger={act.tone === 'danger'}
                onClick={() => choose(act)}
              >
                {act.title}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function nearest(clocks: readonly ClockView[]): ClockView | undefined {
  const running = clocks.filter((clock) => clock.state === 'running' && clock.day !== undefined)
  running.sort((one, other) => one.day!.localeCompare(other.day!))
  return running[0] ?? clocks.find((clock) => clock.state === 'stopped')
}
