/**
 * A wall is read from ten metres: main signs of 72 px and side notes of 40 px on 1080 lines. Everything hangs on the shorter side of the
 * screen, so 4K and an upright screen show the same proportions. A small screen, or one whose reader has enlarged it, is
 * no wall: it scrolls at the reader's own size.
 */
const WALL = '@media (min-width: 50rem) and (min-height: 37rem)'
/** Upright, and everything nearly square: a case takes three lines instead of two. */
const NARROW = '(max-aspect-ratio: 4/3)'
const SMALL = '@media (max-width: 44rem)'

export const hallCss = `
html.hall { font-size: 100%; --big: 1.35rem; --side: 1rem; }
html.hall body { background: var(--paper); }
html.hall p { max-width: none; }
.board { display: flex; flex-direction: column; min-height: 100vh; line-height: 1.3; font-size: var(--side); }
.big { font-size: var(--big); font-weight: 700; line-height: 1.2; }
.head { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 0 2rem; padding: 0.45rem 1.8rem; background: var(--band); color: var(--on-band); --band: var(--primary-deep); --on-band: var(--on-primary); }
[data-theme='dark'] .head { --band: var(--sheet); --on-band: var(--ink); border-bottom: 0.15rem solid var(--line); }
.head h1 { letter-spacing: 0.04em; text-wrap: balance; }
.head-clock { font-size: calc(var(--big) * 1.25); font-weight: 700; line-height: 1; text-align: right; }
.head-title, .head-now { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.head-now { justify-content: flex-end; }
.head-demo { padding: 0 0.6rem; border: 1px solid currentColor; border-radius: var(--radius); }
.head-open { font-weight: 600; }
.head-open::before { content: ''; content: '' / ''; display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.45em; border: 0.12em solid currentColor; border-radius: 50%; }
.head-open-yes::before { background: currentColor; }
.lost { display: none; }
.lost-shown { display: block; padding: 0.3rem 1.8rem; background: var(--amber-wash); color: var(--ink); font-weight: 600; text-align: center; border-bottom: 2px solid var(--amber); }
.scenes { flex: 1; min-height: 0; padding: 0 1.8rem; }
.scene > h2 { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; padding: 0.35rem 0 0.2rem; font-size: var(--big); line-height: 1.2; border-bottom: 0.2rem solid var(--primary); }
.scene-ready > h2 { border-color: var(--leaf); }
.page-mark { font-size: var(--side); font-weight: 400; color: var(--muted); }
.nothing { padding: 1rem 0; font-size: var(--big); color: var(--muted); }
.lines, .lines tbody { display: block; }
.lines { width: 100%; --item-lines: 1; }
.lines tr { display: grid; gap: 0 1.5rem; padding: 0.3rem 0.5rem; grid-template-columns: 17.5rem minmax(0, 1fr) 15rem 17rem; grid-template-areas: 'number applicant step due' 'item item item time'; }
.lines thead { display: block; }
.lines th { padding: 0; text-align: left; font-weight: 400; color: var(--muted); white-space: nowrap; }
.lines thead .line-item, .lines thead .line-time { position: absolute; clip-path: inset(50%); }
.lines td { padding: 0; min-width: 0; }
.line, .ready-line { border-bottom: 1px solid var(--line); }
.lines .line-number { grid-area: number; }
.lines .line-applicant { grid-area: applicant; }
.lines .line-step { grid-area: step; }
.lines .line-due { grid-area: due; }
.lines .line-item { grid-area: item; }
.lines .line-time { grid-area: time; }
.line-number, .line-applicant, .line-step, .line-due, .line-time { white-space: nowrap; }
.line-applicant, .line-due .big { font-weight: 400; }
.line-item { line-height: 1.3; }
.line-item { min-height: calc(1.3em * var(--item-lines)); }
.line-item > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--item-lines); overflow: hidden; text-wrap: pretty; }
.ready .line-item { display: grid; align-items: center; }
.line-time { display: flex; gap: 0.8rem; align-items: baseline; color: var(--muted); }
.line-fresh { background: var(--amber-wash); color: var(--ink); }
.line-fresh .line-time { color: var(--amber); font-weight: 600; }
.track { display: grid; grid-template-columns: repeat(6, 1fr); gap: 0.2rem; }
.track i { height: 0.4rem; border-radius: 0.2rem; background: var(--line); }
.track .track-done { background: var(--primary); }
.due-mark { padding: 0 0.5rem; border-radius: var(--radius); }
.due-late { background: var(--brick-wash); color: var(--brick); }
.due-soon { background: var(--amber-wash); color: var(--amber); }
.line-fresh .due-soon { background: var(--sheet); }
.ready { --item-lines: 2; }
.ready-line { display: grid; align-items: center; gap: 0 1.5rem; padding: 0.4rem 0.5rem; grid-template-columns: 17.5rem 16rem minmax(0, 1fr) auto; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(calc(var(--big) * 4.6), 1fr)); gap: 1rem 1.5rem; margin: 0; padding: 1.5rem 0; }
.counts dt { font-size: var(--big); white-space: nowrap; }
.counts dd { font-size: calc(var(--big) * 2.6); font-weight: 700; line-height: 1.2; color: var(--primary); }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2.5rem; padding: 0.35rem 1.8rem; background: var(--sand); position: relative; }
.foot-told { color: var(--muted); }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.buttons button, .buttons a { display: inline-flex; align-items: center; min-height: var(--target); padding: 0 1rem; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--sheet); color: var(--ink); text-decoration: none; cursor: pointer; }
.waiting { margin: auto; padding: 1.8rem; text-align: center; font-size: var(--side); }
.waiting h1, .waiting p { font-size: var(--big); }
.choose { width: min(100% - 2rem, 60rem); margin: 2rem auto; }
.choose > * + * { margin-top: var(--space-4); }
.choose section + section { margin-top: var(--space-6); }
.choose h2 { margin-bottom: var(--space-2); }
.choose-unknown { padding: var(--space-3) var(--space-4); background: var(--amber-wash); border-left: 0.25rem solid var(--amber); }
.choose-search { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); }
.choose-search input { min-height: var(--target); padding: 0 var(--space-3); border: 1px solid var(--edge); border-radius: var(--radius); background: var(--sheet); flex: 1 1 14rem; }
.choose-search button { min-height: var(--target); padding: 0 var(--space-5); border: 0; border-radius: var(--radius); background: var(--primary); color: var(--on-primary); cursor: pointer; }
.choose-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 0 var(--space-6); border-top: 2px solid var(--ink); }
.choose-list a { display: flex; align-items: center; min-height: 3.25rem; border-bottom: 1px solid var(--line); text-decoration: none; }
.choose-list a:hover { text-decoration: underline; }
${SMALL} {
  .head { grid-template-columns: minmax(0, 1fr); padding: 0.8rem 1rem; }
  .head-clock { text-align: left; }
  .head-now { justify-content: flex-start; }
  .scenes, .foot { padding-inline: 1rem; }
  .lines thead { position: absolute; clip-path: inset(50%); }
  .lines tr { grid-template-columns: auto minmax(0, 1fr); grid-template-areas: 'number applicant' 'step due' 'item item' 'time time'; padding: 0.6rem 0; }
  .lines { --item-lines: 3; }
  .line-item { min-height: 0; }
  .ready-line { grid-template-columns: auto minmax(0, 1fr); padding: 0.6rem 0; }
  .ready .line-item { grid-column: 1 / -1; }
}
${WALL} {
  html.wall { font-size: calc(100vmin / 54); --big: 3.65rem; --side: 2.05rem; }
  html.wall body { overflow: hidden; }
  /* Wider than the screen by as much as it wanders: a picture that stands still for years burns into the panel. */
  .board { position: fixed; inset: -0.4rem; min-height: 0; padding: 0.4rem 0; animation: wander 1920s steps(1) infinite; }
  .head, .foot, .lost { flex: none; }
  .scenes { overflow: hidden; }
  .scene-long .lines { --item-lines: 2; }
  .scene-long .ready { --item-lines: 3; }
  .scene-today { display: grid; align-content: start; height: 100%; }
  .foot-told { white-space: nowrap; }
  .buttons { position: absolute; right: 1.8rem; bottom: 0; padding: 0.6rem; background: var(--sand); opacity: 0; font-size: 1.2rem; }
  .touched .buttons, .buttons:focus-within { opacity: 1; }
  .touched .foot-told { visibility: hidden; }
  html.wall:not(.touched) { cursor: none; }
}
@keyframes wander {
  0%, 100% { transform: none; } 12.5% { transform: translate(0.3rem, 0); } 25% { transform: translate(0.3rem, 0.3rem); }
  37.5% { transform: translate(0, 0.3rem); } 50% { transform: translate(-0.3rem, 0.3rem); } 62.5% { transform: translate(-0.3rem, 0); }
  75% { transform: translate(-0.3rem, -0.3rem); } 87.5% { transform: translate(0, -0.3rem); }
}
${WALL} and ${NARROW} {
  .head { grid-template-areas: 'place place' 'title clock' 'now clock'; gap: 0 1rem; }
  .head h1 { grid-area: place; }
  .head-clock { grid-area: clock; font-size: calc(var(--big) * 1.5); }
  .head-title { grid-area: title; }
  .head-now { grid-area: now; justify-content: flex-start; }
  .lines { --item-lines: 2; }
  .lines thead { position: absolute; clip-path: inset(50%); }
  .lines tr { gap: 0 1rem; grid-template-columns: 17.5rem 16.5rem minmax(0, 1fr); grid-template-areas: 'number applicant time' 'step due time' 'item item item'; padding-block: 0.6rem; }
  .lines .line-time { flex-direction: column; align-items: flex-end; gap: 0.4rem; padding-top: 0.6rem; }
  .scene-long .ready { --item-lines: 2; }
  .ready-line { grid-template-columns: 17.5rem minmax(0, 1fr) auto; padding-block: 0.6rem; }
  .ready .line-item { grid-row: 2; grid-column: 1 / -1; }
  .counts { grid-template-columns: repeat(2, 1fr); }
  .foot-told { white-space: normal; }
}
@media (prefers-reduced-motion: reduce) {
  .buttons { position: static; opacity: 1; padding: 0; }
  .foot-told { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  .line-fresh { animation: arrive 1.6s ease-out; }
  .buttons { transition: opacity var(--duration-calm, 0.3s); }
}
@keyframes arrive { from { box-shadow: inset 0 0.3rem var(--focus), inset 0 -0.3rem var(--focus); } }
`
