import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { ChangeSummary } from '#capabilities/catalogue/contract/change.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { KeptIn } from '../../session/kept/kept-place.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { newItemWords } from './dialog-words.ts'
import './item-changes.css'
import { NewItemDialog } from './new-item-dialog.tsx'
import { Row } from './row.tsx'
import { QUEUES, type Queue } from './search.ts'
import { useItemChanges } from './use-item-changes.ts'
import { changeWords as words } from './words.ts'

/** 事项变更: what waits for my post, the nearest due day first; an author begins another one here. */
export function ItemChangesPage() {
  const { queue = 'mine', item, at } = useSearch({ from: '/item-changes' })
  const navigate = useNavigate()
  const writes = useSignedIn().post.roles.includes('item-author')
  const [beginning, setBeginning] = useState(item !== undefined && writes)
  const [adding, setAdding] = useState(false)
  const list = useItemChanges(queue)
  const change = (next: Queue) =>
    void navigate({ to: '/item-changes', search: { queue: next }, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <div className="filters no-print">
        {writes && (
          <Button type="primary" onClick={() => setBeginning(true)}>
            {words.begin}
          </Button>
        )}
        {writes && <Button onClick={() => setAdding(true)}>{newItemWords.button}</Button>}
        <Radio.Group
          aria-label={words.queue}
          optionType="button"
          value={queue}
          onChange={(event) => change(event.target.value as Queue)}
          options={QUEUES.filter((value) => writes || value !== 'written').map((value) => ({
            value,
            label: words.queues[value],
          }))}
        />
      </div>
      <PagedList
        list={list}
        label={words.list}
        empty={<Empty queue={queue} change={change} />}
        columns={{ className: 'item-change-row', titles: words.columns }}
        row={(summary) => <Row key={summary.id} summary={summary} />}
        {...(queue === 'mine' ? {} : { section: stateOf })}
      />
      {beginning && (
        <KeptIn matter="item-changes/begin">
          <BeginDialog item={item} at={at} close={() => setBeginning(false)} />
        </KeptIn>
      )}
      {adding && (
        <KeptIn matter="item-changes/new">
          <NewItemDialog close={() => setAdding(false)} />
        </KeptIn>
      )}
    </>
  )
}

const stateOf = ({ stateText }: ChangeSummary): string => stateText

function Empty({ queue, change }: { queue: Queue; change: (next: Queue) => void }) {
  const said = {
    ...{ mine: words.emptyMine, open: words.emptyOpen, all: words.emptyAll },
    ...{ written: words.emptyWritten, 'to-review': words.emptyReview },
  }
  return (
    <>
      <p>{said[queue]}</p>
      {queue === 'mine' && <Button onClick={() => change('open')}>{words.seeOpen}</Button>}
    </>
  )
}
