import type { VNode } from 'preact'
import type { ScreenView } from '#capabilities/case/index.ts'
import { lostSentence, words } from '../words.ts'
import { Counts, Foot, Head } from './frame.tsx'
import { pageOf } from './paging.ts'
import { ReadyList } from './ready-list.tsx'
import { UnderWayTable } from './under-way-table.tsx'

/** Everything a picture on the wall depends on: the same on the server and in the browser. */
export interface Shown {
  view: ScreenView
  now: string
  /** When what is shown was last known to be so; set only while the connection is lost. */
  lostSince?: string
  /** Turns of the page so far; each list takes from it the page it is on. */
  turn: number
  /** How many lines fit. */
  fits: { underWay: number; ready: number }
  paused: boolean
}

export interface Controls {
  onPause(): void
  onNext(): void
  onFullScreen?: () => void
}

export function Board({ shown, controls }: { shown: Shown; controls?: Controls }): VNode {
  const { view, now, turn, fits, lostSince } = shown
  const underWay = pageOf(view.underWay, fits.underWay, turn)
  const ready = pageOf(view.ready, fits.ready, turn)
  return (
    <div class="board">
      <Head view={view} now={now} />
      <p class={lostSince === undefined ? 'lost' : 'lost lost-shown'} role="status">
        {lostSince === undefined ? '' : lostSentence(lostSince, now)}
      </p>
      <main class="halves">
        <section class="half half-ready" aria-labelledby="ready">
          <h2 id="ready">
            {words.ready}
            <PageMark page={ready} />
          </h2>
          <ReadyList lines={ready.lines} now={now} />
        </section>
        <section class="half half-under-way" aria-labelledby="under-way">
          <h2 id="under-way">
            {words.underWay}
            <PageMark page={underWay} />
          </h2>
          <UnderWayTable lines={underWay.lines} now={now} />
        </section>
        <Counts view={view} />
      </main>
      <Foot
        view={view}
        paused={shown.paused}
        turning={underWay.pages > 1 || ready.pages > 1}
        {...(controls === undefined ? {} : { controls })}
      />
    </div>
  )
}

function PageMark({ page }: { page: { page: number; pages: number } }): VNode | null {
  if (page.pages < 2) return null
  return <span class="page-mark">{`第 ${page.page + 1} 页，共 ${page.pages} 页`}</span>
}
