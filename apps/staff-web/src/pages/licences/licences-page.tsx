import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import '../rows.css'
import '../work-list/work-list.css'
import { Filters } from './filters.tsx'
import './licences.css'
import { Row } from './row.tsx'
import type { LicencesSearch } from './search.ts'
import { useLicences } from './use-licences.ts'
import { licencesWords as words } from './words.ts'

/** 证照台账: every licence of the area that this post may see. */
export function LicencesPage() {
  const search = useSearch({ from: '/licences' })
  const navigate = useNavigate()
  const change = (next: LicencesSearch) => void navigate({ to: '/licences', search: next, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <Filters search={search} change={change} />
      <Rows search={search} />
    </>
  )
}

function Rows({ search }: { search: LicencesSearch }) {
  const list = useLicences(search)
  if (list.isPending) return <Waiting />
  if (list.isError && list.data === undefined)
    return <FailureNote error={list.error} retry={() => void list.refetch()} />
  const found = list.data.pages.flatMap((page) => page.items)
  if (found.length === 0)
    return (
      <div className="sheet">
        <p role="status">{words.empty}</p>
      </div>
    )
  return (
    <div className="case-list">
      {list.isError && <FailureNote error={list.error} retry={() => void list.refetch()} />}
      <div className="case-head licence-row" aria-hidden="true">
        {[words.licence, words.holder, words.validity, words.standing].map((column) => (
          <span key={column}>{column}</span>
        ))}
      </div>
      <ul className="case-rows" aria-label={words.list}>
        {found.map((summary) => (
          <Row key={summary.number} summary={summary} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="row case-foot no-print">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </div>
  )
}
