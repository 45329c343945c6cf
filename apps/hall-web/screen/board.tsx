import type { VNode } from 'preact'
import type { ScreenView } from '#capabilities/case/index.ts'
import { lostSentence, pageWords, words } from '../words.ts'
import { Foot, Head } from './frame.tsx'
import { ReadyList } from './ready-list.tsx'
import { longNames, sceneAt, scenes, type Fits, type Scene } from './scenes.ts'
import { Today } from './today.tsx'
import { UnderWayTable } from './under-way-table.tsx'

/** Everything a picture on the wall depends on: the same on the server and in the browser. */
export interface Shown {
  view: ScreenView
  now: string
  /** When what is shown was last known to be so; set only while the connection is lost. */
  lostSince?: string
  /** Turns of the page so far. */
  turn: number
  /** Without an end where the page scrolls: then everything stands there at once. */
  fits: Fits
  paused: boolean
}

export interface Controls {
  onPause(): void
  onNext(): void
  onFullScreen?: () => void
}

export function Board({ shown, controls }: { shown: Shown; controls?: Controls }): VNode {
  const { view, now, turn, fits, lostSince } = shown
  const all = scenes(view, fits)
  const here = fits.underWay === Infinity ? all : [sceneAt(view, fits, turn).scene]
  return (
    <div class="board">
      <Head view={view} now={now} />
      <p class={lostSince === undefined ? 'lost' : 'lost lost-shown'} role="status">
        {lostSince === undefined ? '' : lostSentence(lostSince, now)}
      </p>
      <main class="scenes">
        {here.map((scene) => (
          <SceneOf key={scene.kind} scene={scene} view={view} now={now} />
        ))}
      </main>
      <Foot
        view={view}
        turn={turn}
        paused={shown.paused}
        turning={here.length < all.length}
        {...(controls === undefined ? {} : { controls })}
      />
    </div>
  )
}

function SceneOf({ scene, view, now }: { scene: Scene; view: ScreenView; now: string }): VNode {
  if (scene.kind === 'today') return <Today view={view} />
  const ready = scene.kind === 'ready'
  const all = ready ? view.ready : view.underWay
  return (
    <section
      class={`scene scene-${scene.kind}${longNames(all) ? ' scene-long' : ''}`}
      aria-labelledby={scene.kind}
    >
      <h2 id={scene.kind}>
        {ready ? words.ready : words.underWay}
        {scene.pages > 1 && <span class="page-mark">{pageWords(scene.page, scene.pages)}</span>}
      </h2>
      {ready ? <ReadyList lines={scene.lines} now={now} /> : <UnderWayTable lines={scene.lines} now={now} />}
    </section>
  )
}
