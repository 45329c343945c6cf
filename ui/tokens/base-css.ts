/** What every page shares before any component: reset, running text, focus, elder mode, print. */
export const baseCss = `
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
/* 适老化: 150% of the reader's own size gives 24 px, above the 18 pt asked of large-character pages. */
html.elder { font-size: 150%; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink);
  font-family: var(--font-body); font-size: var(--size-body); line-height: var(--line-text);
  overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
  /* A full-width “ or 《 has half its width before it: what begins with one looks pushed in beside the lines around it. */
  text-spacing-trim: trim-start;
}
h1, h2, h3, h4 { margin: 0; line-height: var(--line-heading); font-weight: 700; text-wrap: pretty; }
@supports not (text-spacing-trim: trim-start) { .hangs { text-indent: -0.45em; } }
h1 { font-size: var(--size-heading1); letter-spacing: 0.01em; }
h2 { font-size: var(--size-heading2); }
h3, h4 { font-size: var(--size-heading3); }
p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; }
fieldset { border: 0; min-width: 0; }
p { max-width: var(--text-width); }
ul, ol { padding-left: 1.4em; }
ul[class], ol[class] { padding-left: 0; list-style: none; }
img, svg { max-width: 100%; }
a { color: var(--primary); text-decoration-thickness: 0.06em; text-underline-offset: 0.22em; }
a:hover { color: var(--primary-deep); text-decoration-thickness: 0.14em; }
button, input, select, textarea { font: inherit; color: inherit; }
summary { cursor: pointer; }
hr { border: 0; border-top: 1px solid var(--line); margin: var(--space-5) 0; }
:focus-visible {
  outline: var(--focus-width) solid var(--focus); outline-offset: 0; box-shadow: var(--focus-ring);
  border-radius: var(--radius-small);
}
a:focus-visible { background: var(--focus); color: var(--focus-ink); box-shadow: 0 0.18em var(--focus-ink); outline-color: transparent; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.stack > * + * { margin-top: var(--space-4); }
.stack-wide > * + * { margin-top: var(--space-6); }
.muted { color: var(--muted); }
.small { font-size: var(--size-small); }
.figures { font-family: var(--font-figures); letter-spacing: 0.02em; }
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation-duration: 0s !important; animation-iteration-count: 1 !important; transition-duration: 0s !important; }
}
/* The browser draws these; in high contrast they get the edge that everything else has. */
input[type='radio']:not(:focus-visible), input[type='checkbox']:not(:focus-visible) { box-shadow: 0 0 0 2px var(--rim); border-radius: var(--radius-small); }
input[type='radio']:not(:focus-visible) { border-radius: 50%; }
/* 高对比 of the machine itself (Windows): it takes our colours and shadows away and leaves outlines and borders. */
@media (forced-colors: active) {
  :focus-visible, a:focus-visible { outline: var(--focus-width) solid Highlight; outline-offset: 2px; }
  svg [fill] { forced-color-adjust: none; }
}
@media print {
  /* 五号 as offices print, 小四 for those who read large. */
  html { font-size: 10.5pt; }
  html.elder { font-size: 12pt; }
  body { line-height: 1.5; }
  .no-print { display: none !important; }
  a { text-decoration: none; }
  /* What is folded away on the screen is read on paper. */
  details::details-content { content-visibility: visible; display: block; }
  /* A fold inside a fold is a law's full text and the like: it stays folded, or a guide takes twenty sheets. */
  details details:not([open])::details-content { display: none; }
  li, tr, .keep-together { break-inside: avoid; }
  h1, h2, h3, h4, summary, caption, thead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  summary { list-style: none; }
  summary::-webkit-details-marker { display: none; }
}
`
