import { useNavigate, useParams, useSearch, Link } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { BookView, EntryAct } from '#capabilities/books/contract/book.ts'
import { clausesText } from '#ui/format/clauses.ts'
import { Choose } from '../../lists/choose.tsx'
import { FindWords } from '../../lists/find-words.tsx'
import { narrowed } from '../../lists/narrowed.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { Begin } from './begin.tsx'
import './books.css'
import { Row } from './row.tsx'
import { fileUrl, QUEUES, type BookSearch, type Queue } from './search.ts'
import { useEntries } from './use-books.ts'
import { bookWords as words } from './words.ts'

/** One book: what waits, what holds, and where another entry is begun. */
export function BookPage() {
  const { book } = useParams({ from: '/books/$book' })
  const search = useSearch({ from: '/books/$book' })
  const navigate = useNavigate()
  const list = useEntries(book, search)
  const [beginning, setBeginning] = useState<EntryAct>()
  const first = list.data?.pages[0]
  const change = (next: BookSearch) =>
    void navigate({ to: '/books/$book', params: { book }, search: next, replace: true })
  const { queue = 'open' } = search
  return (
    <>
      <p className="no-print">
        <Link to="/books">{words.back}</Link>
      </p>
      <Head book={first?.book} />
      <div className="filters no-print">
        {first?.begins.map((act) => (
          <Button key={act.act} type="primary" onClick={() => setBeginning(act)}>
            {act.title}
          </Button>
        ))}
        <Radio.Group
          aria-label={words.queue}
          optionType="button"
          value={queue}
          onChange={(event) => change({ ...search, queue: event.target.value as Queue })}
          options={QUEUES.map((value) => ({ value, label: words.queues[value] }))}
        />
        <Choose
          label={words.state}
          any={words.anyState}
          value={search.state}
          options={first?.book.states ?? []}
          change={(state) => change(narrowed(search, 'state', state))}
        />
        <FindWords
          label={words.searchLabel}
          hint={words.search}
          value={search.q}
          change={(q) => change(narrowed(search, 'q', q))}
        />
        <TakeAway file={fileUrl(book, search)} onPaper />
      </div>
      <PagedList
        list={list}
        label={words.list(first?.book.title ?? words.title)}
        empty={<Empty queue={queue} change={(next) => change({ queue: next })} />}
        columns={{ className: 'book-row', titles: [words.name, words.record, words.standing] }}
        row={(row) => <Row key={row.id} book={first!.book} row={row} />}
      />
      {beginning && <Begin book={book} act={beginning} close={() => setBeginning(undefined)} />}
    </>
  )
}

function Head({ book }: { book: BookView | undefined }) {
  return (
    <div className="page-head">
      <h1>{book?.title ?? words.title}</h1>
      {book && (
        <p className="muted">
          {book.text}
          {book.basis.length > 0 && (
            <span className="small">
              {' '}
              {words.basis}：{clausesText(book.basis)}
            </span>
          )}
        </p>
      )}
    </div>
  )
}

function Empty({ queue, change }: { queue: Queue; change: (next: Queue) => void }) {
  return (
    <>
      <p>{queue === 'mine' ? words.emptyMine : words.empty}</p>
      {queue === 'mine' && <Button onClick={() => change('open')}>{words.seeOpen}</Button>}
    </>
  )
}
