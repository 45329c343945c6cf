import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import type { ListColumn } from '#capabilities/case/contract/list-columns.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { CaseRow } from './case-row.tsx'
import { headings, layout } from './columns.ts'
import { isFiltered, type WorkListSearch } from './search.ts'
import { sectionOf } from './section.ts'
import { usePicked } from './use-picked.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useWorkList } from './use-work-list.ts'
import { workListWords as words } from './words.ts'

interface Props {
  /** Known by now which columns there are. */
  ready: boolean
  columns: readonly ListColumn[]
  search: WorkListSearch
  change: (next: WorkListSearch) => void
}

/** The lines themselves: parted by urgency, several to pick where this post shares work out. */
export function Rows({ ready, columns, search, change }: Props) {
  const rows = useRef<HTMLDivElement>(null)
  const list = useWorkList(search)
  const shown = useMemo(() => (list.data?.pages ?? []).flatMap(({ items }) => items), [list.data])
  const picked = usePicked(shown)
  const gives = givesAs(useSignedIn().post.roles)
  useRowKeys(rows)
  // What has ended falls due on no day, and nobody is given it; its papers can still be printed.
  const newest = search.queue === 'all' && search.applicant === undefined && search.due === undefined
  const bulk = gives !== undefined
  const mine = search.queue === 'mine'
  if (!ready) return <Waiting />
  return (
    <PagedList
      list={list}
      rows={rows}
      label={newest ? words.listNewest : words.list}
      empty={<Empty search={search} change={change} />}
      columns={{ titles: headings(columns, newest), style: layout(columns) }}
      {...(newest ? {} : { section: (summary: CaseSummary) => sectionOf(summary, mine) })}
      {...(bulk ? { head: <BulkBar shown={shown} picked={picked} {...(newest ? {} : { gives })} /> } : {})}
      row={(summary) =>
        bulk ? (
          <CaseRow
            key={summary.no}
            summary={summary}
            columns={columns}
            mine={mine}
            picked={picked.has(summary.no)}
            pick={picked.toggle}
          />
        ) : (
          <CaseRow key={summary.no} summary={summary} columns={columns} mine={mine} />
        )
      }
      foot={<span className="small muted keys">{words.keys}</span>}
    />
  )
}

/** Directors and approvers say who does it; whoever works on cases hands on what they hold; everybody else only looks. */
function givesAs(roles: readonly string[]): 'assign' | 'hand-over' | undefined {
  if (roles.some((role) => role === 'director' || role === 'approver')) return 'assign'
  return roles.some((role) => ['window-clerk', 'reviewer', 'issuer'].includes(role)) ? 'hand-over' : undefined
}

function Empty({ search, change }: Pick<Props, 'search' | 'change'>) {
  const filtered = isFiltered(search)
  return (
    <>
      <p>{search.queue === 'mine' && !filtered ? words.emptyMine : words.emptyFilter}</p>
      {filtered ? (
        <Button onClick={() => change(search.queue === undefined ? {} : { queue: search.queue })}>
          {words.clear}
        </Button>
      ) : (
        search.queue === 'mine' && (
          <Button onClick={() => change({ queue: 'open' })}>{words.emptyMineMore}</Button>
        )
      )}
    </>
  )
}
