export const css = `
.empty-state { padding: var(--space-6) var(--space-5); border: 1px dashed var(--edge); border-radius: var(--radius); max-width: calc(var(--text-width) + 6rem); }
.empty-state-title { font-size: var(--size-large); font-weight: 700; }
`
