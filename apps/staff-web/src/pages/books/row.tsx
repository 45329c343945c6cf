import { Link } from '@tanstack/react-router'
import type { BookView, EntryRow } from '#capabilities/books/contract/book.ts'
import { day } from '#ui/format/day.ts'
import { bookWords as words } from './words.ts'

/** One entry: what it is, what is recorded, how it stands and from when to when it holds. */
export function Row({ book, row }: { book: BookView; row: EntryRow }) {
  const { id, title, cells, stateText, tone, dueDay, late, from, to } = row
  return (
    <li className="case-row book-row">
      <div>
        <Link to="/books/$book/$id" params={{ book: book.book, id }} className="case-link">
          {title}
        </Link>
        {dueDay !== undefined && (
          <p className="small muted">
            {late && <span className="tag tag-bad">{words.late}</span>} {words.dueOn(day(dueDay))}
          </p>
        )}
      </div>
      <dl className="book-cells small">
        {cells.map((text, at) =>
          text === '' || text === title ? null : (
            <div key={book.columns[at]}>
              <dt>{book.columns[at]}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      <div>
        <span className={`tag tag-${tone}`}>{stateText}</span>
        {from !== undefined && <div className="small muted">{words.span(day(from), to && day(to))}</div>}
      </div>
    </li>
  )
}
