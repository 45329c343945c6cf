import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SupervisedCase } from '#capabilities/supervision/contract.ts'
import { shortDay } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { standingTones, standingWords, supervisionWords as words } from './words.ts'

/** One case as supervision sees it: what was due, what happened, never whose it is. */
export function CaseLine({ line, mark }: { line: SupervisedCase; mark?: ReactNode }) {
  const { standing, lateWorkingDays: late } = line
  return (
    <li className="watch-row">
      <div>
        {mark ?? (
          <span className={`tag tag-${standingTones[standing]}`}>
            {late === undefined ? standingWords[standing] : words.lateBy(late)}
          </span>
        )}
      </div>
      <div>
        <Link to="/cases/$no" params={{ no: line.no }} className="watch-link">
          {line.itemName}
        </Link>
        <div className="small muted figures">{groupedNumber(line.no)}</div>
      </div>
      <div className="small">
        {line.place}
        <div className="muted">{line.body}</div>
      </div>
      <div className="small">
        {words.received(shortDay(line.receivedDay))}
        {line.promisedDue !== undefined && (
          <div className="muted">{words.promised(shortDay(line.promisedDue))}</div>
        )}
        {line.decidedDay !== undefined && <div>{words.decided(shortDay(line.decidedDay))}</div>}
        {line.endedDay !== undefined && <div>{words.ended(shortDay(line.endedDay))}</div>}
      </div>
      <Remarks line={line} />
    </li>
  )
}

function Remarks({ line }: { line: SupervisedCase }) {
  const remarks = [
    ...line.lateSteps.map(({ step, dueDay, endDay }) =>
      words.stepLate(step, shortDay(dueDay), endDay && shortDay(endDay)),
    ),
    ...(line.leftOpen === undefined ? [] : [words.leftOpen(line.leftOpen)]),
  ]
  if (remarks.length === 0) return null
  return (
    <ul className="watch-remarks small">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  )
}
