import { useNavigate, useSearch } from '@tanstack/react-router'
import { moment } from '#ui/format/day.ts'
import { shortTitle } from '../../session/post-name.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { Filters } from './filters.tsx'
import { Rows } from './rows.tsx'
import { SavedBar } from './saved-bar.tsx'
import type { Queue, WorkListSearch } from './search.ts'
import { useBeginning } from './use-beginning.ts'
import { useCounts } from './use-counts.ts'
import { useSavedLists } from './use-saved-lists.ts'
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
  const saved = useSavedLists(from === '/all' ? 'all' : 'cases')
  useBeginning(saved, search, change)
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
        saved={saved}
        change={change}
      />
      <SavedBar saved={saved} search={{ ...search, queue }} change={change} />
      <PrintHead />
      {/* Read at the same time as the lines: the columns somebody chose do not jump into place after others. */}
      <Rows ready={saved.settled} columns={saved.columns} search={{ ...search, queue }} change={change} />
    </>
  )
}

/** A list on paper says whose it is and of when; names on it stay masked. */
function PrintHead() {
  const { person, post } = useSignedIn()
  return (
    <p className="print-head small">
      {words.printedBy(
        `${post.placeName} ${shortTitle(post)}`,
        person.name,
        moment(new Date().toISOString()),
      )}
    </p>
  )
}
