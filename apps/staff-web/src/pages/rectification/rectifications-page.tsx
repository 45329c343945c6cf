import { Button, Radio } from 'antd'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import '../rows.css'
import '../work-list/work-list.css'
import './rectification.css'
import { Row } from './row.tsx'
import { QUEUES, type Queue } from './search.ts'
import { useRectifications } from './use-rectifications.ts'
import { rectificationWords as words } from './words.ts'

/** 差评整改: what waits for my post, the nearest due day first. */
export function RectificationsPage() {
  const { queue = 'mine' } = useSearch({ from: '/rectifications' })
  const navigate = useNavigate()
  const change = (next: Queue) =>
    void navigate({ to: '/rectifications', search: { queue: next }, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <div className="filters no-print">
        <Radio.Group
          aria-label={words.queue}
          optionType="button"
          value={queue}
          onChange={(event) => change(event.target.value as Queue)}
          options={QUEUES.map((value) => ({ value, label: words.queues[value] }))}
        />
      </div>
      <Rows queue={queue} change={change} />
    </>
  )
}

function Rows({ queue, change }: { queue: Queue; change: (next: Queue) => void }) {
  const list = useRectifications(queue)
  if (list.isPending) return <Waiting />
  if (list.isError && list.data === undefined)
    return <FailureNote error={list.error} retry={() => void list.refetch()} />
  const summaries = list.data.pages.flatMap((page) => page.items)
  if (summaries.length === 0) return <Empty queue={queue} change={change} />
  return (
    <div className="case-list">
      {list.isError && <FailureNote error={list.error} retry={() => void list.refetch()} />}
      <div className="case-head rectification-row" aria-hidden="true">
        {[words.due, words.rated, words.place, words.standing].map((column) => (
          <span key={column}>{column}</span>
        ))}
      </div>
      <ul className="case-rows" aria-label={words.list}>
        {summaries.map((summary) => (
          <Row key={summary.id} summary={summary} />
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

function Empty({ queue, change }: { queue: Queue; change: (next: Queue) => void }) {
  const said = { mine: words.emptyMine, open: words.emptyOpen, all: words.emptyAll }
  return (
    <div className="sheet row">
      <p role="status">{said[queue]}</p>
      {queue === 'mine' && <Button onClick={() => change('open')}>{words.seeOpen}</Button>}
    </div>
  )
}
