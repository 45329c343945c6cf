export const css = `
.print-area { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-4); }
`
