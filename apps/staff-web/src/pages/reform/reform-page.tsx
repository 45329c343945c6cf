import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { ReportHead, ReportLine, ReportRow } from '#capabilities/programme/contract/reports.ts'
import { clausesText } from '#ui/format/clauses.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { TwoDays } from '../../lists/two-days.tsx'
import { reports as client } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { reportFileUrl, type ReformSearch } from './search.ts'
import { reformWords as words } from './words.ts'
import '../../lists/lists.css'
import './reform.css'

/** 改革报告: one report at a time, counted when it is opened. */
export function ReformPage() {
  const search = useSearch({ from: '/reform' })
  const navigate = useNavigate()
  const heads = useQuery({ queryKey: ['reports'], queryFn: () => client.reports({}), staleTime: 300_000 })
  const change = (next: ReformSearch) => void navigate({ to: '/reform', search: next, replace: true })
  if (heads.isPending) return <Waiting />
  if (heads.isError)
    return (
      <>
        <h1>{words.title}</h1>
        <FailureNote error={heads.error} retry={() => void heads.refetch()} />
      </>
    )
  const items = heads.data.items
  const head = items.find(({ id }) => id === search.report) ?? items[0]!
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <div className="filters no-print">
        <Select
          aria-label={words.report}
          className="filter filter-wide"
          value={head.id}
          options={items.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(report) => change({ ...search, report })}
        />
        {head.ofPeriod && (
          <TwoDays
            label={words.period}
            days={{ from: search.from ?? '', to: search.to ?? '' }}
            change={({ from, to }) =>
              change({
                report: head.id,
                ...(from === '' ? {} : { from }),
                ...(to === '' ? {} : { to }),
              })
            }
          />
        )}
      </div>
      <OneReport key={head.id} head={head} search={search} />
    </>
  )
}

function OneReport({ head, search: { from, to } }: { head: ReportHead; search: ReformSearch }) {
  const [onlyFailing, setOnlyFailing] = useState(false)
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const found = useQuery({
    queryKey: ['report', head.id, days],
    queryFn: () => client.report({ params: { id: head.id }, query: days }),
  })
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { rows, failing } = found.data
  const shown = onlyFailing ? rows.filter(isFailing) : rows
  return (
    <section className="stack">
      <h2>{head.title}</h2>
      <p>{head.text}</p>
      <p className="small muted">{`${words.basis}：${clausesText(head.basis)}`}</p>
      <div className="row">
        <span className="muted">{words.rows(rows.length, head.subject)}</span>
        {failing > 0 && (
          <Checkbox
            className="no-print"
            checked={onlyFailing}
            onChange={({ target }) => setOnlyFailing(target.checked)}
          >
            {words.onlyFailing(failing)}
          </Checkbox>
        )}
        <TakeAway file={reportFileUrl(head.id, days)} onPaper />
      </div>
      {shown.length === 0 && <p>{head.id === 'five-unities' ? words.allGood : words.none}</p>}
      <ul className="rows">
        {shown.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

const isFailing = ({ lines }: ReportRow) => lines.some(({ standing }) => standing === 'bad')
const TONES = { good: 'good', bad: 'bad', none: 'plain' } as const

function Row({ row: { name, lines } }: { row: ReportRow }) {
  return (
    <li className="report-row">
      <h3>{name}</h3>
      <ul className="stack-tight">
        {lines.map((line) => (
          <Line key={line.title} line={line} />
        ))}
      </ul>
    </li>
  )
}

/** Many names are folded away; a few stand at once. */
const FEW = 3

function Line({ line: { title, standing, text, names } }: { line: ReportLine }) {
  return (
    <li>
      {standing !== 'none' && (
        <span className={`tag tag-${TONES[standing]}`}>{words.standing[standing]}</span>
      )}{' '}
      <strong>{title}</strong> {text}
      {names.length > 0 && names.length <= FEW && <div className="small">{names.join('；')}</div>}
      {names.length > FEW && (
        <details className="small">
          <summary>{words.more(names.length)}</summary>
          {names.join('；')}
        </details>
      )}
    </li>
  )
}
