import type { VNode } from 'preact'
import type { PublicLine } from '#capabilities/case/index.ts'
import { changeWords, words } from '../words.ts'
import { isFresh } from './paging.ts'

export function ReadyList({ lines, now }: { lines: readonly PublicLine[]; now: string }): VNode {
  return (
    <ul class="ready">
      {lines.map((line, index) => {
        const fresh = isFresh(line.changedAt, now)
        return (
          <li key={`${line.number}-${index}`} class={fresh ? 'ready-line line-fresh' : 'ready-line'}>
            <b class="big line-number">{line.number}</b>
            <span class="big line-applicant">{line.applicant}</span>
            <span class="line-item">
              <span>{line.item}</span>
            </span>
            <span class="line-time">{fresh ? words.fresh : changeWords(line.changedAt, now)}</span>
          </li>
        )
      })}
    </ul>
  )
}
