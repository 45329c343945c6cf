export const css = `
.failure-state { padding: var(--space-5); border: 1px solid var(--edge); border-left: 0.375rem solid var(--brick); border-radius: var(--radius); background: var(--sheet); max-width: calc(var(--text-width) + 6rem); }
.failure-state-title { font-size: var(--size-large); font-weight: 700; color: var(--brick); }
`
