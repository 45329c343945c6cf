import { Link } from '@tanstack/react-router'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import './books.css'
import { useBooks } from './use-books.ts'
import { bookWords as words } from './words.ts'

/** 台账: every book this post has to do with; those that wait for it first. */
export function BooksPage() {
  const found = useBooks()
  if (found.isPending) return <Waiting />
  const books = (found.data?.items ?? []).toSorted((a, b) => b.waiting - a.waiting)
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && books.length === 0 && <p>{words.none}</p>}
      <ul className="plain-list books-list">
        {books.map(({ book, title, text, waiting }) => (
          <li key={book} className="sheet">
            <h2>
              <Link
                to="/books/$book"
                params={{ book }}
                {...(waiting > 0 ? { search: { queue: 'mine' as const } } : {})}
              >
                {title}
              </Link>
              {waiting > 0 && <span className="tag tag-warn">{words.waiting(waiting)}</span>}
            </h2>
            <p className="small muted">{text}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
