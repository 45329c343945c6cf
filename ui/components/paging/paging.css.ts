export const css = `
.paging { display: flex; flex-wrap: wrap; gap: var(--space-3); margin-top: var(--space-5); }
`
