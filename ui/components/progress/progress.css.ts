export const css = `
.progress { margin-bottom: var(--space-5); }
.progress-count { font-size: var(--size-small); color: var(--muted); }
.progress-list { display: flex; gap: var(--space-1); margin-top: var(--space-1); }
.progress-list li { flex: 1; border-top: 0.25rem solid var(--line); color: var(--muted); font-size: var(--size-small); line-height: 1.4; }
.progress-list li > * { display: flex; align-items: flex-start; min-height: var(--target); padding-top: var(--space-2); }
.progress-list .progress-done { border-color: var(--primary); }
.progress-list .progress-current { border-color: var(--primary); color: var(--ink); font-weight: 700; }
.progress-pages { display: flex; flex-wrap: wrap; gap: var(--space-2); margin-top: var(--space-1); }
.progress-pages li { font-size: var(--size-small); line-height: 1.4; }
.progress-pages li > * { display: flex; align-items: center; min-height: var(--target); padding: 0 var(--space-3); border: 1px solid var(--line); border-radius: var(--radius); color: var(--muted); }
.progress-pages a { background: var(--sheet); border-color: var(--edge); color: var(--primary); }
.progress-pages .progress-done > ::before { content: '✓'; content: '✓' / ''; margin-right: var(--space-1); }
.progress-pages .progress-current > * { border: 2px solid var(--primary); background: var(--primary-wash); color: var(--ink); font-weight: 700; }
`
