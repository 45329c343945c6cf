export const css = `
.link-list { border-top: 1px solid var(--line); }
.link-list > li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--space-3); padding: var(--space-2) 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.link-list > li > a { flex: 1 1 auto; padding: 0.375rem 0; min-height: var(--target); font-weight: 600; max-width: 100%; }
.link-list-aside { color: var(--muted); font-size: var(--size-small); }
.link-list-note { flex: 1 1 100%; color: var(--muted); }
.link-list-columns { columns: 18rem 3; column-gap: var(--space-6); border-top: 0; }
`
