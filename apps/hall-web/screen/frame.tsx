import type { VNode } from 'preact'
import type { ScreenView } from '#capabilities/case/index.ts'
import { dayOf, longDay, time } from '#ui/format/day.ts'
import { words } from '../words.ts'
import type { Controls } from './board.tsx'

export function Head({ view, now }: { view: ScreenView; now: string }): VNode {
  return (
    <header class="head">
      <div class="head-place">
        <h1>{view.place.name}</h1>
        <p class="head-title">
          <span>{words.title}</span>
          {view.demo && <span class="head-demo">{words.demo}</span>}
        </p>
      </div>
      <div class="head-now">
        <p class={view.opening.open ? 'head-open head-open-yes' : 'head-open'}>{view.opening.sentence}</p>
        <p class="head-day">{longDay(dayOf(now))}</p>
      </div>
      <p class="head-clock">
        <time dateTime={now}>{time(now)}</time>
      </p>
    </header>
  )
}

const COUNTS = ['receivedToday', 'closedToday', 'underWay', 'ready'] as const

export function Counts({ view: { counts } }: { view: ScreenView }): VNode {
  return (
    <dl class="counts">
      {COUNTS.map((name) => (
        <div key={name}>
          <dt>{words.counts[name]}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Foot({
  view,
  paused,
  turning,
  controls,
}: {
  view: ScreenView
  paused: boolean
  turning: boolean
  controls?: Controls
}): VNode {
  return (
    <footer class="foot">
      <p class="foot-phones">
        <span>
          监督电话 <b>{view.place.supervisionPhone}</b>
        </span>
        <span>
          咨询电话 <b>{view.place.phone}</b>
        </span>
        <span>
          便民热线 <b>{words.hotline}</b>
        </span>
      </p>
      <p>{words.rating}</p>
      <p class="foot-privacy">{words.privacy}</p>
      {controls !== undefined && <Buttons paused={paused} turning={turning} controls={controls} />}
    </footer>
  )
}

/** WCAG 2.2.2: what turns by itself can be stopped. They show when somebody touches the screen or the mouse. */
function Buttons({
  paused,
  turning,
  controls,
}: {
  paused: boolean
  turning: boolean
  controls: Controls
}): VNode {
  return (
    <div class="buttons">
      {turning && (
        <button type="button" onClick={controls.onPause}>
          {paused ? words.resume : words.pause}
        </button>
      )}
      {turning && (
        <button type="button" onClick={controls.onNext}>
          {words.next}
        </button>
      )}
      {controls.onFullScreen !== undefined && (
        <button type="button" onClick={controls.onFullScreen}>
          {words.fullScreen}
        </button>
      )}
      <a href="/screen/">{words.choose}</a>
    </div>
  )
}
