export const css = `
.data-table { width: 100%; border-collapse: collapse; }
.data-table caption { text-align: left; font-weight: 700; padding-bottom: var(--space-2); }
.data-table th, .data-table td { text-align: left; vertical-align: top; padding: var(--space-3) var(--space-4) var(--space-3) 0; border-bottom: 1px solid var(--line); }
.data-table th { color: var(--muted); font-weight: 600; border-bottom: 2px solid var(--edge); }
.data-table th.data-table-figures, .data-table td.data-table-figures { padding-right: var(--space-5); text-align: right; }
.data-table-sort { display: inline-flex; flex-wrap: wrap; align-items: center; min-height: var(--target); min-width: var(--target); }
.data-table-order { font-weight: 400; }
.data-table-label { display: none; }
@media screen and (max-width: 44rem) {
  .data-table, .data-table caption, .data-table tbody, .data-table tr, .data-table td { display: block; }
  .data-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  /* Orders to choose from stay within reach above the cards. */
  .data-table thead:has(.data-table-sort) { position: static; display: block; width: auto; height: auto; clip-path: none; }
  .data-table thead:has(.data-table-sort) tr { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); padding: 0; border: 0; }
  .data-table thead th { padding: 0; border: 0; }
  .data-table thead:has(.data-table-sort) th:not(.data-table-sortable) { display: none; }
  .data-table tr { padding: var(--space-3) 0; border-bottom: 1px solid var(--line); }
  .data-table tbody tr:first-child { border-top: 2px solid var(--edge); }
  .data-table td, .data-table td.data-table-figures { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); padding: var(--space-1) 0; border: 0; text-align: left; }
  .data-table td:first-child { font-weight: 600; }
  .data-table td:first-child .data-table-label { display: none; }
  .data-table td:not(:first-child) .data-table-label { display: block; flex: 0 0 6em; color: var(--muted); }
  /* Long words go below their label before they are squeezed beside it. */
  .data-table-value { flex: 1 1 9em; min-width: 0; }
}
`
