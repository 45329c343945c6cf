export const css = `
.page-heading { margin-bottom: var(--space-5); }
.page-heading-over { color: var(--muted); margin-bottom: var(--space-1); }
.page-heading-lead { margin-top: var(--space-3); max-width: var(--text-width); }
@media (min-width: 48rem) { .page-heading h1 { font-size: var(--size-lead); } }
`
