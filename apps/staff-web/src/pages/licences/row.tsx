import { Link } from '@tanstack/react-router'
import type { LicenceSummary } from '#capabilities/case/contract/licence-routes.ts'
import { day, longDay } from '#ui/format/day.ts'
import { licencesWords as words, toneOf } from './words.ts'

/** One licence: what it is, who holds it, until when, and how it stands. */
export function Row({ summary }: { summary: LicenceSummary }) {
  const { number, name, itemName, holder, body, grantedOn, state, stateText, validUntil, daysLeft } = summary
  return (
    <li className="case-row licence-row">
      <div>
        <Link to="/licences/$number" params={{ number }} className="case-link">
          {name}
        </Link>
        <div className="small muted">
          {number} · {itemName}
        </div>
      </div>
      <div>
        {holder}
        <div className="small muted">{body}</div>
      </div>
      <div>
        {validUntil === undefined ? words.noEnd : words.until(longDay(validUntil))}
        <div className="small muted">
          {words.grantedOn(day(grantedOn))}
          {state === 'valid' && daysLeft !== undefined && ` · ${words.daysLeft(daysLeft)}`}
        </div>
      </div>
      <div>
        <span className={`tag ${toneOf(summary)}`}>{stateText}</span>
        {summary.application && <div className="small muted">{summary.application.text}</div>}
      </div>
    </li>
  )
}
