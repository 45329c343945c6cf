import type { VNode } from 'preact'
import type { PublicLine } from '#capabilities/case/index.ts'
import { shortDay } from '#ui/format/day.ts'
import { changeWords, words } from '../words.ts'
import { isFresh } from './paging.ts'

const STAGES = [1, 2, 3, 4, 5, 6] as const

export function UnderWayTable({ lines, now }: { lines: readonly PublicLine[]; now: string }): VNode {
  if (lines.length === 0) return <p class="nothing">{words.nothingUnderWay}</p>
  return (
    <table class="lines">
      <thead>
        <tr>
          <th scope="col">{words.columns.number}</th>
          <th scope="col">{words.columns.applicant}</th>
          <th scope="col">{words.columns.item}</th>
          <th scope="col">{words.columns.step}</th>
          <th scope="col">{words.columns.due}</th>
        </tr>
      </thead>
      <tbody>
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
    <tr class={fresh ? 'line line-fresh' : 'line'}>
      <td class="line-number">{line.number}</td>
      <td class="line-applicant">{line.applicant}</td>
      <td class="line-item">
        <span>{line.item}</span>
      </td>
      <td class="line-step">
        <span class="step">
          <b>{line.step}</b>
          <span class="step-time">{fresh ? words.fresh : changeWords(line.changedAt, now)}</span>
        </span>
        <Track stage={line.stage} />
      </td>
      <td class="line-due">
        <Due line={line} />
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

function Due({ line: { dueDay, standing } }: { line: PublicLine }): VNode | null {
  if (dueDay === undefined) return <span class="muted">—</span>
  return (
    <>
      <span>{shortDay(dueDay)}</span>
      {standing === 'late' && <b class="due-mark due-late">{words.late}</b>}
      {standing === 'soon' && <b class="due-mark due-soon">{words.soon}</b>}
    </>
  )
}
