export const css = `
.material-list { border-top: 1px solid var(--line); }
.material-row { padding: var(--space-4) 0; border-bottom: 1px solid var(--line); scroll-margin-top: var(--space-4); }
.material-row.field-wrong { padding-left: var(--space-4); }
.material-row > * + * { margin-top: var(--space-2); }
.material-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-3); }
.material-problem { padding: var(--space-3) var(--space-4); background: var(--amber-wash); border-radius: var(--radius); }
.material-files:empty { display: none; }
.material-row > .disclosure { border: 0; }
.material-upload { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-1); }
`
