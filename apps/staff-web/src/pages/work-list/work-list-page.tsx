import { Button } from 'antd'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { PagedList } from '../../lists/paged-list.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { CaseRow } from './case-row.tsx'
import { Filters } from './filters.tsx'
import { isFiltered, type Queue, type WorkListSearch } from './search.ts'
import { useCounts } from './use-counts.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useWorkList } from './use-work-list.ts'
import './work-list.css'
import { workListWords as words } from './words.ts'

/** 待办: what waits for my post, the nearest due day first; for a village agent, for whom nothing waits, what they sent on. */
export function MyWorkPage() {
  const sendsOn = useSignedIn().post.roles.every((role) => role === 'village-agent')
  return sendsOn ? (
    <WorkListPage from="/cases" title={words.sentOn} queue="open" />
  ) : (
    <WorkListPage from="/cases" title={words.myWork} queue="mine" />
  )
}

/** 全部办件: for directors and supervisors, who look at everything open. */
export function AllCasesPage() {
  return <WorkListPage from="/all" title={words.allCases} queue="open" />
}

function WorkListPage({
  from,
  title,
  queue: first,
}: {
  from: '/cases' | '/all'
  title: string
  queue: Queue
}) {
  const search = useSearch({ from })
  const navigate = useNavigate()
  const queue = search.queue ?? first
  const counts = useCounts().data
  const change = (next: WorkListSearch) => void navigate({ to: from, search: next, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {first === 'mine' && counts && (
          <p className={counts.late > 0 ? 'late-count' : 'muted'}>{words.counts(counts)}</p>
        )}
      </div>
      <Filters
        search={search}
        queue={queue}
        queues={first === 'mine' ? ['mine', 'open', 'all'] : ['open', 'all']}
        change={change}
      />
      <Rows search={{ ...search, queue }} change={change} />
    </>
  )
}

function Rows({ search, change }: { search: WorkListSearch; change: (next: WorkListSearch) => void }) {
  const rows = useRef<HTMLDivElement>(null)
  useRowKeys(rows)
  // What has ended falls due on no day.
  const newest = search.queue === 'all'
  return (
    <PagedList
      list={useWorkList(search)}
      rows={rows}
      label={newest ? words.listNewest : words.list}
      empty={<Empty search={search} change={change} />}
      columns={{ titles: newest ? words.columnsNewest : words.columns }}
      row={(summary) => <CaseRow key={summary.no} summary={summary} />}
      foot={<span className="small muted keys">{words.keys}</span>}
    />
  )
}

function Empty({ search, change }: { search: WorkListSearch; change: (next: WorkListSearch) => void }) {
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
