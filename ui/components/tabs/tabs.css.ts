export const css = `
.tabs { margin-bottom: var(--space-5); border-bottom: 1px solid var(--edge); }
.tabs-list { display: flex; flex-wrap: wrap; gap: 0 var(--space-2); margin-bottom: -1px; }
.tabs a { display: inline-flex; align-items: center; gap: var(--space-2); min-height: var(--target); min-width: var(--target); padding: var(--space-2) var(--space-3); border-bottom: 0.25rem solid transparent; color: var(--ink); text-decoration: none; }
.tabs a:hover { border-color: var(--line); color: var(--primary); }
.tabs a[aria-current] { border-color: var(--primary); color: var(--primary); font-weight: 700; }
.tabs a:focus-visible { color: var(--focus-ink); }
.tabs-count { min-width: 1.75em; padding: 0 0.4em; border-radius: 999px; background: var(--sand); color: var(--ink); font-size: var(--size-small); font-weight: 400; line-height: 1.75; text-align: center; }
`
