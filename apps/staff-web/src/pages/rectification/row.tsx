import { Link } from '@tanstack/react-router'
import type { RectificationSummary } from '#capabilities/evaluation/contract/rectification.ts'
import { day, longDay } from '#ui/format/day.ts'
import { urgency } from '../work-list/urgency.ts'
import { rectificationWords as words, stateTones } from './words.ts'

/** One poor rating: when it is due, what it was about, where, and how far it is. */
export function Row({ summary }: { summary: RectificationSummary }) {
  const { text, tone } = urgency(summary)
  const { place, handlingPlace } = summary
  return (
    <li className="case-row rectification-row">
      <div className="case-due">
        {summary.dueDay === undefined ? (
          <span className={`tag ${stateTones[summary.state]}`}>{summary.stateText}</span>
        ) : (
          <>
            <span className={`tag tag-${tone}`}>{text}</span>
            <span className="small muted">{longDay(summary.dueDay)}</span>
          </>
        )}
      </div>
      <div>
        <Link to="/rectifications/$id" params={{ id: summary.id }} className="case-link">
          {summary.itemName}
        </Link>
        <div className="small muted">
          {words.stars(summary.stars)} · {words.signed(summary.anonymous)} ·{' '}
          {words.ratedOn(day(summary.ratedOn))}
        </div>
      </div>
      <div>
        {place}
        {handlingPlace !== place && <div className="small muted">{words.handledBy(handlingPlace)}</div>}
      </div>
      <div>
        {summary.stateText}{' '}
        {summary.wasLate && summary.standing !== 'late' && (
          <span className="tag tag-bad">{words.wasLate}</span>
        )}
        {summary.waitsFor !== '' && <div className="small muted">{words.waitsFor(summary.waitsFor)}</div>}
      </div>
    </li>
  )
}
