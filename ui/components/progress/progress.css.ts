export const css = `
.progress { margin-bottom: var(--space-5); }
.progress-count { font-size: var(--size-small); color: var(--muted); }
.progress-list { display: flex; gap: var(--space-1); margin-top: var(--space-1); }
.progress-list li { flex: 1; border-top: 0.25rem solid var(--line); color: var(--muted); font-size: var(--size-small); line-height: 1.4; }
.progress-list li > * { display: flex; align-items: flex-start; min-height: var(--target); padding-top: var(--space-2); }
.progress-list .progress-done { border-color: var(--primary); }
.progress-list .progress-current { border-color: var(--primary); color: var(--ink); font-weight: 700; }
`
