import type { VNode } from 'preact'
import type { ScreenView } from '#capabilities/case/index.ts'
import { time } from '#ui/format/day.ts'
import { wallDay, words } from '../words.ts'
import type { Controls } from './board.tsx'

export function Head({ view, now }: { view: ScreenView; now: string }): VNode {
  return (
    <header class="head">
      <h1 class="big">{view.place.name}</h1>
      <p class="head-clock">
        <time dateTime={now}>{time(now)}</time>
      </p>
      <p class="head-title">
        <span>{words.title}</span>
        {view.demo && <span class="head-demo">{words.demo}</span>}
      </p>
      <p class="head-now">
        <span class={view.opening.open ? 'head-open head-open-yes' : 'head-open'}>
          {view.opening.sentence}
        </span>
        <span class="head-day">{wallDay(now)}</span>
      </p>
    </header>
  )
}

export interface FootProps {
  view: ScreenView
  turn: number
  paused: boolean
  turning: boolean
  controls?: Controls
}

/** 监督电话 always; beside it one thing at a time, another with each turn of the page. */
export function Foot({ view, turn, paused, turning, controls }: FootProps): VNode {
  const told = [...words.told, `${words.enquiries} ${view.place.phone}，${words.hotline}`]
  return (
    <footer class="foot">
      <p class="foot-phone">
        {words.supervision} <b>{view.place.supervisionPhone}</b>
      </p>
      <p class="foot-told">{told[turn % told.length]}</p>
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
