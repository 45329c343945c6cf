import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ImportRowView } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { Waiting } from '../../shell/waiting.tsx'
import './item-imports.css'
import { RowDrawer } from './row-drawer.tsx'
import { RunHead } from './run-head.tsx'
import { reportUrl, type RunSearch } from './search.ts'
import { Totals } from './totals.tsx'
import { useRows, useRun } from './use-item-imports.ts'
import { importWords as words, standingTones } from './words.ts'

/** One file: how far it is, its rows to be worked through, and the confirmation. */
export function ImportRunPage() {
  const { run: id } = useParams({ from: '/item-imports/$run' })
  const search = useSearch({ from: '/item-imports/$run' })
  const navigate = useNavigate()
  const run = useRun(id)
  const rows = useRows(id, run.data?.state, search)
  const [opened, setOpened] = useState<number>()
  const works = useSignedIn().post.roles.includes('item-approver') && run.data?.state === 'open'
  const change = (next: RunSearch) =>
    void navigate({ to: '/item-imports/$run', params: { run: id }, search: next, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{run.data?.name ?? words.title}</h1>
        <p className="small no-print">
          <Link to="/item-imports">{words.back}</Link>
        </p>
      </div>
      {run.isPending && <Waiting />}
      {run.isError && <FailureNote error={run.error} retry={() => void run.refetch()} />}
      {run.data && (
        <div className="stack">
          <RunHead run={run.data} works={works} />
          {run.data.state !== 'reading' && run.data.state !== 'failed' && (
            <>
              <Totals run={run.data} search={search} change={change} />
              <div className="filters no-print">
                <Input.Search
                  className="filter-search"
                  key={search.q ?? ''}
                  aria-label={words.searchLabel}
                  placeholder={words.search}
                  defaultValue={search.q ?? ''}
                  allowClear
                  onSearch={(q) => change({ ...search, q: q.trim() })}
                />
                <TakeAway file={reportUrl(id, search)} />
              </div>
              <PagedList
                list={rows}
                label={words.rowList}
                empty={words.noRows}
                row={(row) => <Row key={row.n} row={row} works={works} open={setOpened} />}
              />
            </>
          )}
        </div>
      )}
      {opened !== undefined && (
        <RowDrawer key={opened} run={id} n={opened} works={works} close={() => setOpened(undefined)} />
      )}
    </>
  )
}

interface RowProps {
  row: ImportRowView
  works: boolean
  open: (n: number) => void
}

function Row({ row, works, open }: RowProps) {
  const { n, sheet, row: at, standing, standingText, name, code, doubts, changes, mends, note, change } = row
  const canWork = works && standing !== 'not-a-row'
  // A row of two hundred headings would fill the screen; beside the list it stands whole.
  const clamped: { className?: string } = standing === 'not-a-row' ? { className: 'import-clamped' } : {}
  return (
    <li className="import-row">
      <div className="row">
        <span className={`tag ${standingTones[standing]}`}>{standingText}</span>
        <strong {...clamped}>{name}</strong>
        {code !== '' && <span className="small">{code}</span>}
        <span className="small muted">{words.at(sheet, at)}</span>
        <Button
          size="small"
          className="no-print import-open"
          aria-label={canWork ? words.open(at) : words.look(at)}
          onClick={() => open(n)}
        >
          {canWork ? words.openButton : words.lookButton}
        </Button>
      </div>
      {note !== undefined && <p className={`small ${clamped.className ?? ''}`}>{note}</p>}
      {[...doubts, ...changes].length > 0 && (
        <ul className="small">
          {[...doubts, ...changes].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {mends.length > 0 && (
        <details className="small muted">
          <summary>{words.mends(mends.length)}</summary>
          <ul>
            {mends.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {change !== undefined && (
        <Link className="small" to="/item-changes/$id" params={{ id: change }}>
          {words.seeChange}
        </Link>
      )}
    </li>
  )
}
