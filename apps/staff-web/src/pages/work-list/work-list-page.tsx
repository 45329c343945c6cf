import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { dayOf, moment } from '#ui/format/day.ts'
import { shortTitle } from '../../session/post-name.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { useAsLastList } from '../../shell/last-list.ts'
import { askedWords } from './asked-words.ts'
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
  useAsLastList(from)
  const search = useSearch({ from })
  const navigate = useNavigate()
  const queue = search.queue ?? first
  const counts = useCounts().data
  const decides = useSignedIn().post.roles.some((role) => DECIDING.includes(role))
  const change = (next: WorkListSearch) => void navigate({ to: from, search: next, replace: true })
  const saved = useSavedLists(from === '/all' ? 'all' : 'cases')
  useBeginning(saved, search, change)
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {first === 'mine' && counts && (
          <div>
            <p className={counts.late > 0 ? 'late-count' : 'muted'}>{words.counts(counts)}</p>
            {decides && <WhatWaitsForMyWord counts={counts} />}
          </div>
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
      <PrintHead search={{ ...search, queue }} />
      {/* Read at the same time as the lines: the columns somebody chose do not jump into place after others. */}
      <Rows ready={saved.settled} columns={saved.columns} search={{ ...search, queue }} change={change} />
    </>
  )
}

/** How this list and 待我批 belong together: the same cases in both, licences only there. */
function WhatWaitsForMyWord({ counts }: { counts: { approvals: number; licences: number } }) {
  if (counts.approvals + counts.licences === 0) return null
  return (
    <p className="muted">
      {words.deciding(counts)} <Link to="/approvals">{words.toApprovals}</Link>
    </p>
  )
}

/** Roles that find what waits for their word in a list of its own (待我批). */
const DECIDING: readonly string[] = ['approver', 'head', 'government-head']

/** A list on paper says whose it is and of when, and what it was narrowed by; names on it stay masked. */
function PrintHead({ search }: { search: WorkListSearch }) {
  const { person, post } = useSignedIn()
  const now = new Date().toISOString()
  return (
    <div className="print-head small">
      <p>{words.printedBy(`${post.placeName} ${shortTitle(post)}`, person.name, moment(now))}</p>
      <p>{askedWords(search, dayOf(now)).join('，')}</p>
    </div>
  )
}
