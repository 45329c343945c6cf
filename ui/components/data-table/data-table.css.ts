export const css = `
.data-table { width: 100%; border-collapse: collapse; }
.data-table caption { text-align: left; font-weight: 700; padding-bottom: var(--space-2); }
.data-table th, .data-table td { text-align: left; vertical-align: top; padding: var(--space-3) var(--space-4) var(--space-3) 0; border-bottom: 1px solid var(--line); }
.data-table th { color: var(--muted); font-weight: 600; border-bottom: 2px solid var(--edge); }
.data-table-label { display: none; }
@media (max-width: 44rem) {
  .data-table, .data-table caption, .data-table tbody, .data-table tr, .data-table td { display: block; }
  .data-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .data-table tr { padding: var(--space-3) 0; border-bottom: 1px solid var(--line); }
  .data-table tr:first-child { border-top: 2px solid var(--edge); }
  .data-table td { display: flex; gap: var(--space-3); padding: var(--space-1) 0; border: 0; }
  .data-table td:first-child { font-weight: 600; }
  .data-table td:first-child .data-table-label { display: none; }
  .data-table td:not(:first-child) .data-table-label { display: block; flex: 0 0 6em; color: var(--muted); }
}
`
