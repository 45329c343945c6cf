import type { ClockView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { urgency } from '../work-list/urgency.ts'
import { caseWords as words, clockStateWords } from './words.ts'

/** Every clock with the sentence that explains its day: what still runs first, what is over folded away below. */
export function ClockList({ clocks }: { clocks: readonly ClockView[] }) {
  const open = clocks.filter(({ state }) => state !== 'ended').sort(byDay)
  const ended = clocks.filter(({ state }) => state === 'ended')
  return (
    <>
      {open.length === 0 && <p className="muted">{words.noClock}</p>}
      <Clocks clocks={open} />
      {ended.length > 0 && (
        <details>
          <summary>{words.endedClocks(ended.length)}</summary>
          <Clocks clocks={ended} />
        </details>
      )}
    </>
  )
}

/** The nearest day first; what stands still has none. */
function byDay(one: ClockView, other: ClockView): number {
  return (one.day ?? LAST).localeCompare(other.day ?? LAST)
}

const LAST = '9999'

function Clocks({ clocks }: { clocks: readonly ClockView[] }) {
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
