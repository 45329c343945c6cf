import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import type { ListColumn } from '#capabilities/case/contract/list-columns.ts'
import { PROCEDURE_TITLES } from '#capabilities/case/contract/titles.ts'
import { longDay, moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { ClaimButton } from './claim-button.tsx'
import { urgencies } from './urgency.ts'
import { isOver, workListWords as words } from './words.ts'

interface CellProps {
  summary: CaseSummary
  /** The columns beside it: what has one of its own is not said twice. */
  columns: readonly ListColumn[]
  /** In a list of what waits for this reader. */
  mine: boolean
}

/** What stands in each column of a line. */
export const CELLS: Readonly<Record<ListColumn, (props: CellProps) => ReactNode>> = {
  due: Due,
  matter: Matter,
  applicant: ({ summary }) => <Labelled label={words.applicant}>{summary.applicant}</Labelled>,
  standing: Standing,
  received: Received,
  waits: ({ summary, mine }) =>
    isOver(summary.state) ? null : (
      <Labelled label={words.columnTitles.waits}>{waits(summary, mine)}</Labelled>
    ),
  holder: ({ summary }) =>
    isOver(summary.state) ? null : (
      <>
        <Holder summary={summary} />
        {summary.holder === undefined && <span className="small muted">{words.heldByNobody}</span>}
        <Claim summary={summary} />
      </>
    ),
  body: ({ summary }) => <Labelled label={words.columnTitles.body}>{summary.decidingBody}</Labelled>,
}

/** On a phone there are no headings, and a listener hears none: the cell says what it is. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <span className="cell-label">{label}：</span>
      {children}
    </>
  )
}

/** The day this reader has to keep, of what they were asked, else of the step the case is in; and which limit that is. */
function Due({ summary }: CellProps) {
  const { dueDay, limit } = summary.owed ?? summary
  return (
    <div className="case-due">
      {urgencies(summary).map(({ text, tone }) => (
        <span key={text} className={`tag tag-${tone}`}>
          {text}
        </span>
      ))}
      {dueDay !== undefined && (
        <div className="small muted">
          {limit !== undefined && <div>{limit.title}</div>}
          <div>{longDay(dueDay)}</div>
        </div>
      )}
    </div>
  )
}

function Matter({ summary, columns }: CellProps) {
  return (
    <>
      <Link to="/cases/$no" params={{ no: summary.no }} className="case-link" data-row>
        {summary.itemName}
      </Link>{' '}
      <span className="tag tag-plain">{PROCEDURE_TITLES[summary.procedure]}</span>
      {summary.project !== undefined && (
        <span className="tag tag-blue">{words.project(summary.project)}</span>
      )}
      <div className="small muted figures">{groupedNumber(summary.no)}</div>
      {!columns.includes('standing') && !columns.includes('holder') && <Claim summary={summary} />}
    </>
  )
}

function Standing({ summary, columns, mine }: CellProps) {
  return (
    <>
      {summary.stateText}
      {summary.reasonOwed === true && (
        <div>
          <span className="tag tag-bad">{words.reasonOwed}</span>
        </div>
      )}
      <Urged summary={summary} />
      {summary.answered === true && (
        <div>
          <span className="tag tag-blue">{words.answered}</span>
        </div>
      )}
      {summary.freshPapers !== undefined && (
        <div>
          <span className="tag tag-blue">{words.freshPapers(summary.freshPapers)}</span>
        </div>
      )}
      {summary.owed !== undefined && !summary.owed.urged && (
        <div>
          <span className="tag tag-blue">{words.owed(summary.owed.what)}</span>
        </div>
      )}
      {summary.owed === undefined && !columns.includes('waits') && !isOver(summary.state) && (
        <div className="small muted">{waits(summary, mine)}</div>
      )}
      {!columns.includes('holder') && (
        <>
          <Holder summary={summary} />
          <Claim summary={summary} />
        </>
      )}
    </>
  )
}

/** One tag for what was urged (催办): whose turn it is, or that there was an answer. */
function Urged({ summary }: { summary: CaseSummary }) {
  const { urges, owed, waitsFor } = summary
  if (urges === undefined) return null
  const { mine, others, answered } = words.urged
  const [text, tone] = urges.answered
    ? [answered(urges.times, waitsFor), 'plain']
    : owed?.urged
      ? [mine(urges.times), 'bad']
      : [others(urges.times), 'warn']
  return (
    <div>
      <span className={`tag tag-${tone}`}>{text}</span>
    </div>
  )
}

function Received({ summary }: CellProps) {
  return (
    <div className="small muted">
      {summary.channel === 'online' ? words.online : summary.acceptPlace}
      <div>{moment(summary.receivedAt)}</div>
    </div>
  )
}

/** Whom it waits for: the reader, or an office before the role in it, and for what where that is always the same. */
function waits({ state, waitsAt, waitsFor, owed, holder }: CaseSummary, mine: boolean): string {
  if (state === 'supplementing') return words.waitsForPapers
  const toMe = mine && owed === undefined && waitsAt !== undefined && holder?.mine !== false
  return toMe ? words.waitsForMe : words.waitsFor(waitsFor, waitsAt)
}

function Claim({ summary }: { summary: CaseSummary }) {
  return summary.holder === undefined && summary.claimable === true && <ClaimButton summary={summary} />
}

function Holder({ summary: { holder } }: { summary: CaseSummary }) {
  return (
    holder !== undefined && (
      <span className={`tag ${holder.mine ? 'tag-blue' : 'tag-plain'}`}>{said(holder)}</span>
    )
  )
}

function said({ name, mine, away }: NonNullable<CaseSummary['holder']>): string {
  if (away) return mine ? words.coveredByMe(name) : words.awayHolder(name)
  return mine ? words.heldByMe : words.heldBy(name)
}
