import { render } from 'preact'
import type { ScreenView } from '#capabilities/case/index.ts'
import { Board, type Controls } from '../screen/board.tsx'
import { isNight } from '../screen/night.ts'
import { UNMEASURED } from '../screen/paging.ts'
import { scenes, type Fits } from '../screen/scenes.ts'
import { follow } from './follow.ts'
import { keep, kept, type Kept } from './keep.ts'
import { linesThatFit } from './measure.ts'
import { stayThere } from './offline.ts'
import { beAWall, fullScreen } from './wall.ts'

/** Four lines of large signs are read in this time by somebody who reads slowly. */
const TURN_EVERY_MS = 10_000

const root = document.getElementById('screen')!
const sent = JSON.parse(document.getElementById('picture')!.textContent ?? '') as ScreenView
const place = sent.place.id
const calm = matchMedia('(prefers-reduced-motion: reduce)')

// Sent without lines, or taken from the shelf while the network is away: what was kept may be newer.
const before = kept(place)
let held: Kept | undefined = Array.isArray(sent.underWay)
  ? { view: sent, seenAt: sent.at, ahead: before?.ahead ?? 0 }
  : undefined
const moment = (one: Kept | undefined) => (one === undefined ? 0 : Date.parse(one.seenAt))
if (moment(before) > moment(held)) held = before

let lost = false
let turn = 0
let turnedAt = performance.now()
let begunAnew = false
let paused = calm.matches

// Counted from the last answer with the machine's own steady clock: setting the device's time changes nothing.
let clock = { server: Date.now() + (held?.ahead ?? 0), steady: performance.now() }
const now = () => new Date(clock.server + performance.now() - clock.steady).toISOString()

const controls: Controls = {
  onPause: () => {
    paused = !paused
    turnedAt = performance.now()
    draw()
  },
  onNext: () => turnPage(),
}

let fits: Fits = UNMEASURED

function draw(): void {
  drawOnce()
  // The sentence about the network takes room, and a first picture has nothing to measure before it stands there.
  const after = linesThatFit(root, fits)
  if (after.underWay === fits.underWay && after.ready === fits.ready) return
  fits = after
  drawOnce()
}

function drawOnce(): void {
  if (held === undefined) return
  const { view, seenAt } = held
  document.documentElement.dataset.theme = isNight(now(), view.opening.open) ? 'dark' : 'light'
  const full = fullScreen()
  render(
    <Board
      shown={{ view, now: now(), turn, paused, fits, ...(lost ? { lostSince: seenAt } : {}) }}
      controls={{ ...controls, ...(full === undefined ? {} : { onFullScreen: full }) }}
    />,
    root,
  )
}

function turnPage(): void {
  if (held !== undefined) turn = (turn + 1) % scenes(held.view, fits).length
  if (turn === 0) begunAnew = false
  turnedAt = performance.now()
  draw()
}

function tick(): void {
  if (!paused && performance.now() - turnedAt >= TURN_EVERY_MS) turnPage()
  else draw()
}

function show(view: ScreenView): void {
  clock = { server: Date.parse(view.at), steady: performance.now() }
  // What has just changed stands on the first page; once a round, or in a busy hall the last pages would never come up.
  if (newest(view) !== (held && newest(held.view)) && !begunAnew) {
    turn = 0
    turnedAt = performance.now()
    begunAnew = true
  }
  held = { view, seenAt: now(), ahead: clock.server - Date.now() }
  if (view.build !== sent.build) loadAnew(view.build)
}

const newest = ({ underWay, ready }: ScreenView) =>
  [underWay[0]?.changedAt ?? '', ready[0]?.changedAt ?? ''].toSorted().at(-1)

const LOAD_AGAIN_MS = 10 * 60_000

/** Once for each build, and rarely again: a proxy that still sends the old page must not make the wall flicker. */
function loadAnew(build: string): void {
  const [loadedFor, loadedAt] = (sessionStorage.getItem('loaded-for') ?? '').split(' ')
  if (loadedFor === build && Date.now() - Number(loadedAt) < LOAD_AGAIN_MS) return
  sessionStorage.setItem('loaded-for', `${build} ${Date.now()}`)
  location.reload()
}

function current(): void {
  lost = false
  if (held !== undefined) {
    held = { ...held, seenAt: now() }
    keep(held)
  }
  draw()
}

draw()
follow({
  place,
  // The build is part of the version, so a page from the shelf asks with a version that is no more.
  seen: held?.view.version,
  onPicture: show,
  onCurrent: current,
  onLost: () => {
    lost = true
    draw()
  },
})
setInterval(tick, 1000)
calm.addEventListener('change', () => (paused = calm.matches))
addEventListener('resize', draw)
beAWall()
void stayThere()
