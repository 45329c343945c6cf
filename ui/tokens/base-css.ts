/** What every page shares before any component: reset, running text, focus, elder mode, print. */
export const baseCss = `
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
/* 适老化: 150% of the reader's own size gives 24 px, above the 18 pt asked of large-character pages. */
html.elder { font-size: 150%; }
html.elder { --target: 52px; --muted: var(--ink); --space-5: 1.25rem; --space-6: 1.5rem; --space-7: 2rem; --size-heading1: 1.5rem; --size-lead: 1.5rem; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink);
  font-family: var(--font-body); font-size: var(--size-body); line-height: var(--line-text);
  overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
}
h1, h2, h3, h4 { margin: 0; line-height: var(--line-heading); font-weight: 700; text-wrap: pretty; }
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
  outline: 3px solid var(--focus); outline-offset: 0; box-shadow: 0 0 0 5px var(--ink);
  border-radius: 2px;
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
@media print {
  :root { --paper: #fff; --sheet: #fff; --sand: #fff; --ink: #000; --muted: #333; --primary: #000; }
  html, html.elder { font-size: 11pt; }
  .no-print { display: none !important; }
  a { text-decoration: none; }
  /* What is folded away on the screen is read on paper. */
  details::details-content { content-visibility: visible; display: block; }
  section, li, tr, .keep-together { break-inside: avoid; }
}
`
