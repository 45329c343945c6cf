export const displayCss = `
.display-form { margin-top: var(--space-5); }
.display-themes .choice + .choice { margin-top: var(--space-2); }
.display-sample { grid-column: 2; display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-4); max-width: 26rem; padding: var(--space-2) var(--space-4); margin-bottom: var(--space-3); border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper); color: var(--ink); }
.display-sample-link { color: var(--primary); text-decoration: underline; }
.display-sample-button { padding: 0 var(--space-3); border-radius: var(--radius); background: var(--primary); color: var(--on-primary); font-weight: 600; }
@media (forced-colors: active) { .display-sample { forced-color-adjust: none; } }
`
