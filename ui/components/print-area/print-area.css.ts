export const css = `
.print-area { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-4); }
/* The sheet itself: A4 with room to punch and bind, numbered, because loose sheets get out of order at a counter. */
@page {
  size: A4; margin: 16mm 14mm 18mm 20mm;
  @bottom-right { content: '第' counter(page) '页，共' counter(pages) '页'; font-size: 9pt; }
}
@media print {
  .data-table th, .data-table td { min-width: 4.5em; }
  .data-table thead { display: table-header-group; }
}
`
