import { Link } from '@tanstack/react-router'
import type { ChangeSummary } from '#capabilities/catalogue/contract/change.ts'
import { day, longDay } from '#ui/format/day.ts'
import { changeWords as words, stateTones } from './words.ts'

/** One change: when it is due, which item and why, who writes it, how far it is. */
export function Row({ summary }: { summary: ChangeSummary }) {
  const { id, name, reason, authorBody, state, stateText, effectiveFrom } = summary
  return (
    <li className="case-row item-change-row">
      <div className="case-due">
        <Due summary={summary} />
      </div>
      <div>
        <Link to="/item-changes/$id" params={{ id }} className="case-link">
          {name}
        </Link>
        <div className="small muted">{reason}</div>
        {summary.fromAbove !== undefined && summary.fromAbove.open > 0 && (
          <span className="tag tag-warn">{words.toDecide(summary.fromAbove.open)}</span>
        )}
      </div>
      <div>
        {authorBody}
        <div className="small muted">{versions(summary)}</div>
      </div>
      <div>
        <span className={`tag ${stateTones[state]}`}>{stateText}</span>
        {effectiveFrom !== undefined && (
          <div className="small muted">{words.startsOn(day(effectiveFrom))}</div>
        )}
      </div>
    </li>
  )
}

export function versions({ base, itemVersion, rollsBackTo }: ChangeSummary): string {
  if (base === 0) return words.isNew
  return rollsBackTo === undefined ? words.changes(base, itemVersion) : words.rollsBack(rollsBackTo)
}

function Due({ summary: { dueDay, late } }: { summary: ChangeSummary }) {
  if (dueDay === undefined) return <span className="small muted">{words.noDue}</span>
  return (
    <>
      <span className={`tag tag-${late ? 'bad' : 'plain'}`}>
        {late ? words.late : words.dueOn(day(dueDay))}
      </span>
      {late && <span className="small muted">{longDay(dueDay)}</span>}
    </>
  )
}
