import type { CaseDetail, ClockView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { urgency } from '../work-list/urgency.ts'
import { dayToKeep, isPressing, ownClock, shownClocks } from './due-days.ts'
import { whoseTurn, turnNote } from './turn.ts'
import { caseWords as words } from './words.ts'

/** Whose turn it is and until when in one sentence, and whether the case is stuck there; the promised and the legal day below it. */
export function Standing({ detail }: { detail: CaseDetail }) {
  const clock = dayToKeep(detail)
  const turn = whoseTurn(detail, clock)
  const note = turnNote(detail)
  return (
    <>
      {turn !== undefined && (
        <p>
          <strong>{turn}</strong>
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

function standingOf({
  standing,
  day,
  workingDaysLeft,
  kind,
  title,
}: ClockView): Parameters<typeof urgency>[0] {
  return {
    standing,
    limit: { kind, title },
    ...(day === undefined ? {} : { dueDay: day }),
    ...(workingDaysLeft === undefined ? {} : { workingDaysLeft }),
  }
}
