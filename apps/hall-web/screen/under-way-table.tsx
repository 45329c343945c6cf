import type { VNode } from 'preact'
import type { PublicLine } from '#capabilities/case/index.ts'
import { shortDay } from '#ui/format/day.ts'
import { changeWords, words } from '../words.ts'
import { isFresh } from './paging.ts'

const STAGES = [1, 2, 3, 4, 5, 6] as const
const COLUMNS = ['number', 'applicant', 'step', 'due', 'item', 'time'] as const

/** Two lines a case. The roles are written out because browsers drop a table's meaning once its display changes. */
export function UnderWayTable({ lines, now }: { lines: readonly PublicLine[]; now: string }): VNode {
  return (
    <table class="lines" role="table">
      <thead role="rowgroup">
        <tr role="row" class="line-names">
          {COLUMNS.map((name) => (
            <th key={name} role="columnheader" scope="col" class={`line-${name}`}>
              {words.columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line, index) => (
          <Line key={`${line.number}-${index}`} line={line} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ line, now }: { line: PublicLine; now: string }): VNode {
  const fresh = isFresh(line.changedAt, now)
  return (
    <tr role="row" class={fresh ? 'line line-fresh' : 'line'}>
      <td role="cell" class="big line-number">
        {line.number}
      </td>
      <td role="cell" class="big line-applicant">
        {line.applicant}
      </td>
      <td role="cell" class="line-step">
        <b class="big">{line.step}</b>
        <Track stage={line.stage} />
      </td>
      <td role="cell" class="line-due">
        <span class="big">{line.dueDay === undefined ? '—' : shortDay(line.dueDay)}</span>
      </td>
      <td role="cell" class="line-item">
        <span>{line.item}</span>
      </td>
      <td role="cell" class="line-time">
        {(fresh || !pressing(line)) && <span>{fresh ? words.fresh : changeWords(line.changedAt, now)}</span>}
        <DueMark standing={line.standing} />
      </td>
    </tr>
  )
}

/** The word says how far it is; the track only lets the eye run down the column. */
function Track({ stage }: { stage: number }): VNode {
  return (
    <span class="track" aria-hidden="true">
      {STAGES.map((each) => (
        <i key={each} class={each <= stage ? 'track-done' : undefined} />
      ))}
    </span>
  )
}

/** What is due leaves no room for when something last happened. */
function pressing({ standing }: PublicLine): boolean {
  return standing === 'late' || standing === 'soon'
}

function DueMark({ standing }: Pick<PublicLine, 'standing'>): VNode | null {
  if (standing === 'late') return <b class="due-mark due-late">{words.late}</b>
  return standing === 'soon' ? <b class="due-mark due-soon">{words.soon}</b> : null
}
