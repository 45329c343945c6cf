import { memo } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { USUAL_COLUMNS, type ListColumn } from '#capabilities/case/contract/list-columns.ts'
import { CELLS } from './cells.tsx'
import { workListWords as words } from './words.ts'

interface Props {
  summary: CaseSummary
  columns?: readonly ListColumn[]
  /** In a list of what waits for this reader. */
  mine?: boolean
  /** Where several can be picked: whether this one is, and what its box does. */
  picked?: boolean
  pick?: (no: string) => void
}

export const CaseRow = memo(function CaseRow({
  summary,
  columns = USUAL_COLUMNS,
  mine = false,
  picked = false,
  pick,
}: Props) {
  return (
    <li className="case-row" {...(picked ? { 'data-picked': true } : {})}>
      {columns.map((name, at) => {
        const Cell = CELLS[name]
        const cell = <Cell summary={summary} columns={columns} mine={mine} />
        return (
          <div key={name} className={`cell cell-${name}`}>
            {at === 0 && pick ? (
              <div className="cell-picked">
                <input
                  type="checkbox"
                  className="row-pick no-print"
                  data-pick
                  aria-label={words.pickOf(summary.itemName, summary.applicant, summary.no)}
                  checked={picked}
                  onChange={() => pick(summary.no)}
                />
                <div>{cell}</div>
              </div>
            ) : (
              cell
            )}
          </div>
        )
      })}
    </li>
  )
})
