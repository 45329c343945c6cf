import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import { useState } from 'react'
import type { EntryRow } from '#capabilities/books/contract/book.ts'
import { longDay } from '#ui/format/day.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { Sheet } from '../matter/matter-page.tsx'
import { RECONCILIATIONS, useBookList } from './use-utilities.ts'
import { utilityWords as words } from './words.ts'

/** What the suppliers say of each day; what differs stands first until somebody has settled it. */
export function Reconciliations() {
  const [queue, setQueue] = useState<'open' | 'all'>('open')
  const list = useBookList(RECONCILIATIONS, queue)
  return (
    <Sheet id="utility-reconciliations" title={words.reconciliation}>
      <p className="muted">{words.reconciliationText}</p>
      <Radio.Group
        className="no-print"
        aria-label={words.which}
        optionType="button"
        value={queue}
        onChange={(event) => setQueue(event.target.value as 'open' | 'all')}
        options={[
          { value: 'open', label: words.onlyDiffering },
          { value: 'all', label: words.everything },
        ]}
      />
      <PagedList
        list={list}
        label={words.reconciliationList}
        empty={queue === 'open' ? words.noDiffering : words.noReconciliations}
        sectionHeading="h3"
        columns={{ className: 'utility-row', titles: [words.dayOf, words.reconciliation, words.standing] }}
        row={(row) => <Row key={row.id} row={row} />}
      />
    </Sheet>
  )
}

function Row({ row: { id, title, cells, stateText, tone, dueDay, late } }: { row: EntryRow }) {
  const [, ours = '', theirs = '', differences = ''] = cells
  return (
    <li className="case-row utility-row">
      <div>
        <Link to="/books/$book/$id" params={{ book: RECONCILIATIONS, id }} className="case-link">
          {title}
        </Link>
        {dueDay !== undefined && <div className="small muted">{longDay(dueDay)}</div>}
      </div>
      <div>
        <div className="small">{`${words.ours}${ours}，${words.theirs}${theirs}`}</div>
        {differences !== '' && <div className="small">{differences}</div>}
      </div>
      <div>
        <span className={`tag tag-${tone}`}>{stateText}</span>
        {late && <span className="tag tag-bad">{words.late}</span>}
      </div>
    </li>
  )
}
