export const css = `
.summary-list { border-top: 1px solid var(--line); }
.summary-list > div { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); padding: var(--space-3) 0; border-bottom: 1px solid var(--line); }
.summary-list dt { flex: 1 1 10rem; max-width: 16rem; color: var(--muted); }
.summary-list-content { flex: 3 1 14rem; white-space: pre-line; }
.summary-list-content p + p { margin-top: var(--space-2); }
.summary-list-change { flex: none; margin-left: auto; }
.summary-list-change a { display: inline-flex; align-items: center; justify-content: flex-end; min-width: var(--target); min-height: var(--target); margin: -0.5rem 0; }
@media print { .summary-list > div { padding: var(--space-1) 0; flex-wrap: nowrap; } }
`
