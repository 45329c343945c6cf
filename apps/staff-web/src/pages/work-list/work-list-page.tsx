import { Button } from 'antd'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { CaseRow } from './case-row.tsx'
import { Filters } from './filters.tsx'
import { isFiltered, type Queue, type WorkListSearch } from './search.ts'
import { useCounts } from './use-counts.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useWorkList } from './use-work-list.ts'
import '../rows.css'
import './work-list.css'
import { workListWords as words } from './words.ts'

/** 待办: what waits for my post, the nearest due day first. */
export function MyWorkPage() {
  return <WorkListPage from="/cases" title={words.myWork} queue="mine" />
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
  const list = useWorkList(search)
  const rows = useRef<HTMLDivElement>(null)
  useRowKeys(rows)
  if (list.isPending) return <Waiting />
  if (list.isError && list.data === undefined)
    return <FailureNote error={list.error} retry={() => void list.refetch()} />
  const summaries = list.data.pages.flatMap((page) => page.items)
  if (summaries.length === 0) return <Empty search={search} change={change} />
  return (
    <div ref={rows} className="case-list">
      {list.isError && <FailureNote error={list.error} retry={() => void list.refetch()} />}
      <div className="case-head" aria-hidden="true">
        {[words.due, words.matter, words.applicant, words.standing, words.received].map((column) => (
          <span key={column}>{column}</span>
        ))}
      </div>
      <ul className="case-rows" aria-label={words.list}>
        {summaries.map((summary) => (
          <CaseRow key={summary.no} summary={summary} />
        ))}
      </ul>
      <div className="row case-foot no-print">
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {words.more}
          </Button>
        )}
        <span className="small muted keys">{words.keys}</span>
      </div>
    </div>
  )
}

function Empty({ search, change }: { search: WorkListSearch; change: (next: WorkListSearch) => void }) {
  const filtered = isFiltered(search)
  return (
    <div className="sheet row">
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
    </div>
  )
}
