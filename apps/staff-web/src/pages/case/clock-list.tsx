import type { ClockView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { urgency } from '../work-list/urgency.ts'
import { caseWords as words, clockStateWords } from './words.ts'

/** Every clock with the sentence that explains its day. */
export function ClockList({ clocks }: { clocks: readonly ClockView[] }) {
  if (clocks.length === 0) return <p className="muted">{words.noClock}</p>
  return (
    <ul className="plain-list">
      {clocks.map((clock) => (
        <li key={clock.clock} className="stack-tight">
          <p>
            <strong>{clock.title}</strong>{' '}
            {clock.state === 'running' ? (
              <Standing clock={clock} />
            ) : (
              <span className="tag tag-plain">{clockStateWords[clock.state]}</span>
            )}
            {clock.day !== undefined && ` ${longDay(clock.day)}`}
          </p>
          <p className="muted">{clock.sentence}</p>
        </li>
      ))}
    </ul>
  )
}

function Standing({ clock }: { clock: ClockView }) {
  const { text, tone } = urgency({
    standing: clock.standing,
    ...(clock.day === undefined ? {} : { dueDay: clock.day }),
  })
  return <span className={`tag tag-${tone}`}>{text}</span>
}
