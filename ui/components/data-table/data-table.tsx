import type { ComponentChildren, VNode } from 'preact'

export interface Column<Row> {
  title: string
  cell: (row: Row) => ComponentChildren
  /** Figures to compare stand under each other. */
  figures?: boolean
  /** A link to this page in another order; `now` where it already stands in the order of this column. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
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
            <ColumnHead key={column.title} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <td key={column.title} role="cell" class={column.figures ? 'data-table-figures' : undefined}>
                <span class="data-table-label" aria-hidden="true">
                  {column.title}
                </span>
                <span class="data-table-value">{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const ORDER_WORDS = { ascending: '，从小到大', descending: '，从大到小' } as const

function ColumnHead<Row>({ column: { title, figures, sort } }: { column: Column<Row> }): VNode {
  const looks = [figures && 'data-table-figures', sort && 'data-table-sortable'].filter(Boolean).join(' ')
  return (
    <th role="columnheader" scope="col" class={looks || undefined} aria-sort={sort?.now}>
      {sort === undefined ? (
        title
      ) : (
        <a class="data-table-sort" href={sort.href}>
          {title}
          {sort.now !== undefined && <span class="data-table-order">{ORDER_WORDS[sort.now]}</span>}
        </a>
      )}
    </th>
  )
}
