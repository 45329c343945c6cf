import { Button, Radio } from 'antd'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { PagedList } from '../../lists/paged-list.tsx'
import './rectification.css'
import { Row } from './row.tsx'
import { QUEUES, type Queue } from './search.ts'
import { useRectifications } from './use-rectifications.ts'
import { rectificationWords as words } from './words.ts'

/** 差评整改: what waits for my post, the nearest due day first. */
export function RectificationsPage() {
  const { queue = 'mine' } = useSearch({ from: '/rectifications' })
  const navigate = useNavigate()
  const list = useRectifications(queue)
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
      <PagedList
        list={list}
        label={words.list}
        empty={<Empty queue={queue} change={change} />}
        columns={{
          className: 'rectification-row',
          titles: [words.due, words.rated, words.place, words.standing],
        }}
        row={(summary) => <Row key={summary.id} summary={summary} />}
      />
    </>
  )
}

function Empty({ queue, change }: { queue: Queue; change: (next: Queue) => void }) {
  const said = { mine: words.emptyMine, open: words.emptyOpen, all: words.emptyAll }
  return (
    <>
      <p>{said[queue]}</p>
      {queue === 'mine' && <Button onClick={() => change('open')}>{words.seeOpen}</Button>}
    </>
  )
}
