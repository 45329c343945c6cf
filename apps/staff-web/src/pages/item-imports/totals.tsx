import { Button } from 'antd'
import { ROW_STANDINGS, type ImportRunDetail } from '#capabilities/catalogue/contract/item-import-routes.ts'
import type { RunSearch } from './search.ts'
import { importWords as words, standingTitles } from './words.ts'

interface Props {
  run: ImportRunDetail
  search: RunSearch
  change: (next: RunSearch) => void
}

/** How many rows stand where; they add up to the file, and a press shows them. */
export function Totals({ run: { counts }, search, change }: Props) {
  const found = ROW_STANDINGS.flatMap((standing) => {
    const count = counts[standing] ?? 0
    return count === 0 ? [] : [{ standing, count }]
  })
  const { standing: _chosen, ...rest } = search
  return (
    <div className="row no-print" role="group" aria-label={words.totals}>
      <Button
        aria-pressed={search.standing === undefined}
        type={tone(search.standing === undefined)}
        onClick={() => change(rest)}
      >
        {words.all(found.reduce((sum, { count }) => sum + count, 0))}
      </Button>
      {found.map(({ standing, count }) => (
        <Button
          key={standing}
          aria-pressed={search.standing === standing}
          type={tone(search.standing === standing)}
          onClick={() => change({ ...rest, standing })}
        >
          {words.total(standingTitles[standing], count)}
        </Button>
      ))}
    </div>
  )
}

const tone = (chosen: boolean) => (chosen ? 'primary' : 'default')
