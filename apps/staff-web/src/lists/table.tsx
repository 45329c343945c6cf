import type { ReactNode } from 'react'
import './table.css'

interface Props {
  /** Says what it lists, unless a heading on the page does. */
  label?: string
  labelledBy?: string
  heads: readonly string[]
  /** Figures that stand beside each other under their name where the screen is narrow. */
  figures?: boolean
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A table that becomes lines with their heads where the screen is narrow. */
export function Table({ label, labelledBy, heads, figures = false, rows }: Props) {
  return (
    <table
      className={figures ? 'stacked-table stacked-figures' : 'stacked-table'}
      aria-label={label}
      aria-labelledby={labelledBy}
    >
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <td key={heads[index]} data-head={heads[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
