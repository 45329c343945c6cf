import { Table } from '../../lists/table.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useGuiding } from './use-delegation.ts'
import { delegationWords as words } from './words.ts'

/** 指导目录: how far each county is with the changes of the city's catalogue. */
export function Guiding() {
  const found = useGuiding()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const rows = found.data.items.filter(({ told }) => told > 0)
  if (rows.length === 0) return <p>{words.noGuiding}</p>
  return (
    <Table
      label={words.views.guiding}
      heads={[words.county, words.told, words.followed, words.adapted, words.notYet]}
      rows={rows.map(({ area, name, told, followed, adapted, open, late, names }) => ({
        key: area,
        cells: [
          name,
          String(told),
          String(followed),
          String(adapted),
          <>
            {open} {late > 0 && <span className="tag tag-bad">{words.late}</span>}
            {names.length > 0 && <div className="small muted">{names.slice(0, 12).join('、')}</div>}
          </>,
        ],
      }))}
    />
  )
}
