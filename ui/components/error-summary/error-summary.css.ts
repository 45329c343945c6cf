export const css = `
.error-summary { margin-bottom: var(--space-5); padding: var(--space-4); border: 2px solid var(--brick); border-radius: var(--radius); background: var(--sheet); max-width: calc(var(--text-width) + 6rem); }
.error-summary h2 { font-size: var(--size-heading3); color: var(--brick); }
.error-summary-list { margin-top: var(--space-2); }
.error-summary-list li { padding: var(--space-1) 0; color: var(--brick); }
.error-summary-list a { color: var(--brick); font-weight: 600; }
.error-summary-list a:focus-visible { color: var(--focus-ink); }
`
