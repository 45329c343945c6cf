/**
 * A wall is read from five metres: signs of 34 px and more on 1080 lines, so everything hangs on the shorter side of the screen. A
 * small screen, or one whose reader has enlarged it, is no wall: it scrolls at the reader's own size.
 */
const WALL = '@media (min-width: 50rem) and (min-height: 37rem)'
const UPRIGHT = '(orientation: portrait)'

export const hallCss = `
html.hall { font-size: 100%; }
html.hall body { background: var(--paper); }
html.hall p { max-width: none; }
.board { display: flex; flex-direction: column; min-height: 100vh; line-height: 1.35; }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 2rem; padding: 1rem 1.5rem; background: var(--primary-deep); color: var(--on-primary); }
.head-place { flex: 1 1 20rem; }
.head h1 { font-size: 2.2rem; letter-spacing: 0.04em; line-height: 1.25; }
.head-title { display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: 1.25rem; }
.head-demo { padding: 0 0.6rem; border: 1px solid currentColor; border-radius: var(--radius); }
.head-now { font-size: 1.25rem; text-align: right; }
.head-open { font-weight: 600; }
.head-open::before { content: ''; display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.45em; border: 0.12em solid currentColor; border-radius: 50%; }
.head-open-yes::before { background: currentColor; }
.head-clock { font-size: 3.6rem; font-weight: 700; line-height: 1; letter-spacing: 0.02em; }
.lost { display: none; }
.lost-shown { display: block; padding: 0.5rem 1.5rem; background: var(--amber-wash); color: var(--ink); font-size: 1.3rem; font-weight: 600; text-align: center; border-bottom: 2px solid var(--amber); }
.halves { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem 2rem; padding: 1.25rem 1.5rem; flex: 1; align-content: start; }
.half { min-width: 0; }
.half h2 { display: flex; align-items: baseline; justify-content: space-between; gap: 1rem; font-size: 1.7rem; padding-bottom: 0.4rem; border-bottom: 0.2rem solid var(--primary); }
.half-ready h2 { border-color: var(--leaf); }
.page-mark { font-size: 1.1rem; font-weight: 400; color: var(--muted); }
.nothing { padding: 1.2rem 0; font-size: 1.5rem; color: var(--muted); }
.lines { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 1.35rem; }
.lines th { text-align: left; font-size: 1.1rem; font-weight: 400; color: var(--muted); padding: 0.35rem 0.6rem; }
.lines td { padding: 0.15rem 0.6rem; height: 3.6rem; border-bottom: 1px solid var(--line); vertical-align: middle; }
.lines th:first-child, .lines td:first-child { padding-left: 0.6rem; }
.lines th:nth-child(1) { width: 17%; }
.lines th:nth-child(2) { width: 14%; }
.lines th:nth-child(4) { width: 22%; }
.lines th:nth-child(5) { width: 17%; }
.line-number { font-weight: 600; letter-spacing: 0.02em; }
.line-item span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; line-height: 1.25; text-wrap: pretty; }
.line-due span, .line-applicant, .line-number { white-space: nowrap; }
.line-due { line-height: 1.2; }
.line-due > span { display: block; }
.line-fresh td, li.line-fresh { background: var(--amber-wash); color: var(--ink); }
.step { display: flex; justify-content: space-between; align-items: baseline; gap: 0.5rem; white-space: nowrap; }
.step-time { font-size: 1.1rem; color: var(--muted); white-space: nowrap; }
.line-fresh .step-time { color: var(--amber); font-weight: 600; }
.track { display: grid; grid-template-columns: repeat(6, 1fr); gap: 0.2rem; margin-top: 0.3rem; }
.track i { height: 0.3rem; border-radius: 0.15rem; background: var(--line); }
.track .track-done { background: var(--primary); }
.due-mark { display: inline-block; margin-left: -0.4rem; padding: 0 0.4rem; border-radius: var(--radius); font-size: 1.1rem; white-space: nowrap; }
.due-late { background: var(--brick-wash); color: var(--brick); }
.due-soon { background: var(--amber-wash); color: var(--amber); }
.line-fresh .due-soon { background: var(--sheet); }
.ready { display: grid; grid-template-columns: minmax(0, 1fr); }
.ready-line { padding: 0.5rem 0.6rem; border-bottom: 1px solid var(--line); }
.ready-who { display: flex; justify-content: space-between; gap: 1rem; font-size: 1.6rem; }
.ready-who b { letter-spacing: 0.04em; }
.ready-what { display: flex; justify-content: space-between; gap: 1rem; font-size: 1.15rem; }
.ready-what > span:first-child { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.counts { display: grid; grid-template-columns: repeat(2, 1fr); gap: 0 1.5rem; margin: 0; }
.counts > div { display: flex; justify-content: space-between; align-items: baseline; padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
.counts dt { font-size: 1.2rem; color: var(--muted); }
.counts dd { font-size: 2rem; font-weight: 700; }
.foot { display: flex; flex-wrap: wrap; gap: 0.2rem 2.5rem; padding: 0.8rem 1.5rem; background: var(--sand); font-size: 1.1rem; position: relative; }
.foot-phones { display: flex; flex-wrap: wrap; gap: 0 2rem; }
.foot-phones b { letter-spacing: 0.03em; }
.foot-privacy { flex-basis: 100%; color: var(--muted); font-size: 1rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; flex-basis: 100%; padding-top: 0.5rem; }
.buttons button, .buttons a { display: inline-flex; align-items: center; min-height: var(--target); padding: 0 1rem; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--sheet); color: var(--ink); text-decoration: none; cursor: pointer; }
.waiting { margin: auto; text-align: center; }
.waiting h1 { font-size: 3rem; }
.waiting p { font-size: 1.5rem; }
.choose { width: min(100% - 2rem, 60rem); margin: 2rem auto; }
.choose > * + * { margin-top: var(--space-4); }
.choose-unknown { padding: var(--space-3) var(--space-4); background: var(--amber-wash); border-left: 0.25rem solid var(--amber); }
.choose-search { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); }
.choose-search input { min-height: var(--target); padding: 0 var(--space-3); border: 1px solid var(--edge); border-radius: var(--radius); background: var(--sheet); flex: 1 1 14rem; }
.choose-search button { min-height: var(--target); padding: 0 var(--space-5); border: 0; border-radius: var(--radius); background: var(--primary); color: var(--on-primary); cursor: pointer; }
.choose-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 0 var(--space-6); border-top: 2px solid var(--ink); }
.choose-list a { display: flex; align-items: center; min-height: 3.25rem; border-bottom: 1px solid var(--line); text-decoration: none; }
.choose-list a:hover { text-decoration: underline; }
@media (max-width: 44rem) {
  .lines thead { position: absolute; clip-path: inset(50%); }
  .lines, .lines tbody { display: block; }
  .lines tr { display: grid; grid-template-columns: 1fr 1fr; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .lines td { height: auto; border: 0; padding: 0.1rem 0.6rem; }
  .lines .line-applicant, .lines .line-due { text-align: right; }
  .lines .line-item { grid-column: 1 / -1; }
  .head-now { text-align: left; }
  .head-clock { font-size: 2.4rem; }
}
${WALL} {
  html.hall { font-size: max(1.85vmin, 87.5%); }
  html.hall body.screen { height: 100vh; overflow: hidden; }
  .board { height: 100vh; }
  .head, .foot, .lost { flex: none; }
  .halves { grid-template-columns: minmax(0, 2.35fr) minmax(0, 1fr); grid-template-rows: minmax(0, 1fr) auto; align-content: stretch; min-height: 0; }
  .half { overflow: hidden; }
  .half-under-way { grid-column: 1; grid-row: 1 / 3; }
  .half-ready { grid-column: 2; grid-row: 1; }
  .counts { grid-column: 2; }
  .lines td { height: 3.8rem; }
  .lines { font-size: 1.6rem; }
  .lines .line-item { font-size: 1.38rem; }
  .lines .line-due { font-size: 1.45rem; }
  .buttons { position: absolute; right: 1.5rem; bottom: calc(100% + 0.5rem); padding: 0.6rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sand); opacity: 0; font-size: 1rem; }
  .touched .buttons, .buttons:focus-within { opacity: 1; }
  html.hall:not(.touched) { cursor: none; }
}
${WALL} and ${UPRIGHT} {
  .halves { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto minmax(0, 27rem) minmax(0, 1fr); }
  .counts { grid-column: 1; grid-row: 1; grid-template-columns: repeat(4, 1fr); }
  .half-ready { grid-column: 1; grid-row: 2; }
  .half-under-way { grid-column: 1; grid-row: 3; }
  .ready { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 2rem; }
  .head { gap: 0.5rem 1.5rem; }
  .head h1 { font-size: 2rem; }
  .lines, .lines .line-due { font-size: 1.4rem; }
  .lines .line-number { font-size: 1.5rem; }
  .lines th:nth-child(2) { width: 15%; }
  .lines th:nth-child(4) { width: 25%; }
  .lines th:nth-child(5) { width: 16%; }
}
@media (prefers-reduced-motion: reduce) {
  .buttons { opacity: 1; }
}
@media (prefers-reduced-motion: no-preference) {
  .line-fresh td, li.line-fresh { animation: arrive 1.6s ease-out; }
  .buttons { transition: opacity 0.3s; }
}
@keyframes arrive { from { box-shadow: inset 0 0.3rem var(--focus), inset 0 -0.3rem var(--focus); } }
`
