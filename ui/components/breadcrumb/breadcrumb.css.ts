export const css = `
.breadcrumb { margin: calc(-1 * var(--space-3)) 0 var(--space-3); font-size: var(--size-small); }
.breadcrumb-list { display: flex; flex-wrap: wrap; gap: 0 var(--space-2); }
.breadcrumb-list li { display: inline-flex; align-items: center; gap: var(--space-2); }
.breadcrumb-list li:not(:last-child)::after { content: '›'; content: '›' / ''; color: var(--muted); }
.breadcrumb-list a { display: inline-flex; align-items: center; min-height: var(--target); color: var(--muted); }
`
