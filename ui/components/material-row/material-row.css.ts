export const css = `
.material-list { border-top: 1px solid var(--line); }
.material-row { padding: var(--space-4) 0; border-bottom: 1px solid var(--line); scroll-margin-top: var(--space-4); }
.material-row > * + * { margin-top: var(--space-2); }
.material-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-3); }
.material-problem { padding: var(--space-3) var(--space-4); background: var(--amber-wash); border-radius: var(--radius); }
.material-files > li { display: grid; grid-template-columns: 1fr auto; align-items: center; padding: var(--space-1) var(--space-3); background: var(--leaf-wash); border-radius: var(--radius); }
.material-files > li + li { margin-top: var(--space-2); }
.material-files .disclosure { grid-column: 1 / -1; border: 0; }
.material-file { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); align-items: baseline; }
.material-row > .disclosure { border: 0; }
.material-upload { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-1); }
.material-upload-row { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-3); align-items: center; }
.material-upload-row input { flex: 1 1 14rem; width: 100%; min-width: 0; max-width: 26rem; min-height: 3rem; padding: 0.375rem; border: 1px dashed var(--edge); border-radius: var(--radius); background: var(--sheet); }
.material-upload-row > .button { flex: 0 1 auto; }
`
