import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { PROCEDURE_TITLES } from '#capabilities/case/contract/titles.ts'
import { longDay, moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { ClaimButton } from './claim-button.tsx'
import { urgency } from './urgency.ts'
import { isOver, workListWords as words } from './words.ts'

interface Props {
  summary: CaseSummary
  /** Where several can be picked: whether this one is, and what its box does. */
  picked?: boolean
  pick?: (no: string) => void
}

export const CaseRow = memo(function CaseRow({ summary, picked = false, pick }: Props) {
  return (
    <li className="case-row">
      <Due summary={summary}>
        {pick && (
          <input
            type="checkbox"
            className="row-pick no-print"
            data-pick
            aria-label={words.pickOf(summary.itemName, summary.applicant, summary.no)}
            checked={picked}
            onChange={() => pick(summary.no)}
          />
        )}
      </Due>
      <div>
        <Link to="/cases/$no" params={{ no: summary.no }} className="case-link" data-row>
          {summary.itemName}
        </Link>{' '}
        <span className="tag tag-plain">{PROCEDURE_TITLES[summary.procedure]}</span>
        {summary.project !== undefined && (
          <span className="tag tag-blue">{words.project(summary.project)}</span>
        )}
        <div className="small muted figures">{groupedNumber(summary.no)}</div>
      </div>
      <div>
        <span className="visually-hidden">{words.applicant}：</span>
        {summary.applicant}
      </div>
      <div>
        {summary.stateText}
        {summary.reasonOwed === true && (
          <div>
            <span className="tag tag-bad">{words.reasonOwed}</span>
          </div>
        )}
        {summary.owed !== undefined ? (
          <div>
            <span className="tag tag-blue">{words.owed(summary.owed.what)}</span>
          </div>
        ) : (
          !isOver(summary.state) && <div className="small muted">{waits(summary)}</div>
        )}
        <Holder summary={summary} />
      </div>
      <div className="small muted">
        {summary.channel === 'online' ? words.online : summary.acceptPlace}
        <div>{moment(summary.receivedAt)}</div>
      </div>
    </li>
  )
})

/** The day this reader has to keep: of what they were asked, else of the step the case is in. */
function Due({ summary, children }: { summary: CaseSummary; children: ReactNode }) {
  const { owed, state } = summary
  const { text, tone } = urgency(owed ?? summary)
  const { dueDay } = owed ?? summary
  return (
    <div className="case-due">
      <span className="case-due-first">
        {children}
        <span className={`tag tag-${tone}`}>{text}</span>
      </span>
      {dueDay !== undefined && (
        <span className="small muted">
          {owed === undefined && state === 'under-check' && `${words.checkBy} `}
          {longDay(dueDay)}
        </span>
      )}
    </div>
  )
}

/** Whom it waits for, and for what where that is always the same. */
function waits({ state, waitsFor }: CaseSummary): string {
  return state === 'supplementing' ? words.waitsForPapers : words.waitsFor(waitsFor)
}

function Holder({ summary }: { summary: CaseSummary }) {
  const { holder, claimable } = summary
  if (holder === undefined) return claimable === true ? <ClaimButton summary={summary} /> : undefined
  return <span className={`tag ${holder.mine ? 'tag-blue' : 'tag-plain'}`}>{said(holder)}</span>
}

function said({ name, mine, away }: NonNullable<CaseSummary['holder']>): string {
  if (away) return mine ? words.coveredByMe(name) : words.awayHolder(name)
  return mine ? words.heldByMe : words.heldBy(name)
}
