import type { VNode } from 'preact'
import type { PublicLine } from '#capabilities/case/index.ts'
import { changeWords, words } from '../words.ts'
import { isFresh } from './paging.ts'

export function ReadyList({ lines, now }: { lines: readonly PublicLine[]; now: string }): VNode {
  if (lines.length === 0) return <p class="nothing">{words.nothingReady}</p>
  return (
    <ul class="ready">
      {lines.map((line, index) => {
        const fresh = isFresh(line.changedAt, now)
        return (
          <li key={`${line.number}-${index}`} class={fresh ? 'ready-line line-fresh' : 'ready-line'}>
            <p class="ready-who">
              <b>{line.number}</b> <span>{line.applicant}</span>
            </p>
            <p class="ready-what">
              <span>{line.item}</span>{' '}
              <span class="step-time">{fresh ? words.fresh : changeWords(line.changedAt, now)}</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
