import type { ComponentChildren, VNode } from 'preact'

export interface Column<Row> {
  title: string
  cell: (row: Row) => ComponentChildren
}

/**
 * A table that becomes cards on a phone. The roles are written out because browsers drop a table's meaning
 * once its display changes.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}): VNode {
  return (
    <table class="data-table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.title} role="columnheader" scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <td key={column.title} role="cell">
                <span class="data-table-label" aria-hidden="true">
                  {column.title}
                </span>
                <span>{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
