export const css = `
.filter-bar { max-width: 52rem; margin-bottom: var(--space-5); padding: var(--space-4); background: var(--sand); border-radius: var(--radius); }
.filter-bar > * + * { margin-top: var(--space-3); }
.filter-bar-form { display: flex; flex-wrap: wrap; align-items: flex-end; gap: var(--space-3) var(--space-4); }
.filter-bar-fields { flex: 1 1 20rem; min-width: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: var(--space-3) var(--space-4); }
.filter-bar-chosen { display: flex; flex-wrap: wrap; gap: var(--space-2); }
.filter-bar-chosen a { display: inline-flex; align-items: center; gap: var(--space-2); min-height: var(--target); padding: 0 var(--space-3); border: 1px solid var(--edge); border-radius: 999px; background: var(--sheet); color: var(--ink); text-decoration: none; }
.filter-bar-chosen a:hover { border-color: var(--primary); color: var(--primary); }
.filter-bar-chosen .filter-bar-all { border-color: transparent; background: none; color: var(--primary); text-decoration: underline; }
.filter-bar-chosen a:focus-visible { background: var(--focus); color: var(--focus-ink); }
.filter-bar-found { color: var(--muted); }
`
