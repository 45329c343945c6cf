export const css = `
.disclosure { border-bottom: 1px solid var(--line); }
.disclosure > summary { min-height: 3rem; padding: var(--space-3) 0 var(--space-3) 1.2rem; text-indent: -1.2rem; color: var(--primary); font-weight: 600; }
.disclosure > summary:hover { color: var(--primary-deep); text-decoration: underline; }
.disclosure-content { padding: 0 0 var(--space-5) 1.2rem; }
`
