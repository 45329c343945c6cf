import type { CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { urgency } from '../work-list/urgency.ts'
import { dayToKeep, isPressing, ownClock, shownClocks } from './due-days.ts'
import { stuckAt, turnNote } from './turn.ts'
import { caseWords as words } from './words.ts'

/** Where the case is stuck, whose it is and until when in one sentence; the promised and the legal day below it. */
export function Standing({ detail }: { detail: CaseDetail }) {
  const clock = dayToKeep(detail)
  const stuck = stuckAt(detail, clock)
  const note = turnNote(detail)
  return (
    <>
      {stuck !== undefined && (
        <p>
          <strong>{stuck}</strong>
        </p>
      )}
      {note !== undefined && <p>{note}</p>}
      {clock === undefined ? (
        <p className="muted">{words.noClock}</p>
      ) : (
        <>
          <ul className="due-days">
            {shownClocks(detail, clock).map((each) => (
              <DueDay key={each.clock} clock={each} detail={detail} />
            ))}
          </ul>
          <details className="small muted">
            <summary>{words.howCounted}</summary>
            <p>{clock.sentence}</p>
          </details>
        </>
      )}
    </>
  )
}

/** The legal day is red as soon as it is near: the colour only repeats what the tag says. */
function DueDay({ clock, detail }: { clock: ClockView; detail: CaseDetail }) {
  const pressing = isPressing(clock)
  const { text, tone } = urgency(ownClock(detail) === clock ? detail.summary.owed! : standingOf(clock))
  return (
    <li className={pressing ? 'due-late' : undefined}>
      {clock.state === 'stopped' ? (
        <span className="tag tag-plain">{words.stopped}</span>
      ) : (
        <span className={`tag tag-${pressing ? 'bad' : tone}`}>{text}</span>
      )}{' '}
      {clock.title}
      {clock.day !== undefined && <strong className="clock-day"> {longDay(clock.day)}</strong>}
    </li>
  )
}

function standingOf({ standing, day, workingDaysLeft }: ClockView): Parameters<typeof urgency>[0] {
  return {
    standing,
    ...(day === undefined ? {} : { dueDay: day }),
    ...(workingDaysLeft === undefined ? {} : { workingDaysLeft }),
  }
}
