import type { VNode } from 'preact'
import type { ScreenView } from '#capabilities/case/index.ts'
import { words } from '../words.ts'

const COUNTS = ['receivedToday', 'closedToday', 'underWay', 'ready'] as const

/** The day in four numbers; on a quiet day it is all there is. */
export function Today({ view: { counts, underWay, ready } }: { view: ScreenView }): VNode {
  return (
    <section class="scene scene-today" aria-labelledby="today">
      <h2 id="today">{words.today}</h2>
      <dl class="counts">
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{words.counts[name]}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
      </dl>
      {underWay.length === 0 && <p class="nothing">{words.nothingUnderWay}</p>}
      {ready.length === 0 && <p class="nothing">{words.nothingReady}</p>}
    </section>
  )
}
