export const css = `
.rating > .field > .choices > .choice { border-top: 1px solid var(--line); }
.rating > .field > .choices > .choice > label { font-weight: 600; }
.rating .choice > .choice-hint { margin-top: calc(-1 * var(--space-3)); }
.stars-given > span { color: var(--amber); letter-spacing: 0.1em; }
`
