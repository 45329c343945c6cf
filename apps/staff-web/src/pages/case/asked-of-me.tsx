import { Button } from 'antd'
import type { AllowedAct, CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { urgency } from '../work-list/urgency.ts'
import { isOver } from '../work-list/words.ts'
import { caseWords as words } from './words.ts'

const ASKED_ID = 'asked'

/** Whose turn it is: mine when a first step is mine, nobody's when the system delivers. */
function whose({ summary, allowed, deliveryMode }: CaseDetail): string {
  if (summary.state === 'issued' && deliveryMode === 'electronic') return words.bySystem
  return allowed.some(({ tone }) => tone === 'primary') ? words.yourTurn : words.waitsFor(summary.waitsFor)
}

/** What is asked, by when and why, with the buttons the server allows and no others. */
export function AskedOfMe({ detail, choose }: { detail: CaseDetail; choose: (act: AllowedAct) => void }) {
  const { summary, allowed } = detail
  const clock = nearest(detail.clocks)
  const { text, tone } = urgency(summary)
  return (
    <section id={ASKED_ID} className="sheet asked" aria-labelledby="asked-title">
      <div className="stack-tight">
        <h2 id="asked-title" tabIndex={-1}>
          {words.asked}
        </h2>
        <p>{isOver(summary.state) ? words.nothingAsked : whose(detail)}</p>
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
          {nextFirst(allowed).map((act) => (
            <li key={act.act}>
              <Button
                block
                data-act={act.act}
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

/** The way forward stands first, whatever else may be done; the post before the window where it was asked for. */
function nextFirst(allowed: readonly AllowedAct[]): AllowedAct[] {
  const rank = ({ act, tone }: AllowedAct) => (act === 'hand-to-post' ? 0 : tone === 'primary' ? 1 : 2)
  return [...allowed].sort((one, other) => rank(one) - rank(other))
}

/** Where the keyboard goes on: to the button of an act, else to the next one, else to what is asked. */
export function focusAsked(act?: string): void {
  const section = document.getElementById(ASKED_ID)
  const buttons = [...(section?.querySelectorAll<HTMLElement>('[data-act]') ?? [])]
  const button = buttons.find(({ dataset }) => dataset['act'] === act) ?? buttons[0]
  ;(button ?? section?.querySelector<HTMLElement>('h2'))?.focus()
}

function nearest(clocks: readonly ClockView[]): ClockView | undefined {
  const running = clocks.filter((clock) => clock.state === 'running' && clock.day !== undefined)
  running.sort((one, other) => one.day!.localeCompare(other.day!))
  return running[0] ?? clocks.find((clock) => clock.state === 'stopped')
}
