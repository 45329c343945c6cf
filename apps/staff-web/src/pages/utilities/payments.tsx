import { Link } from '@tanstack/react-router'
import type { EntryRow } from '#capabilities/books/contract/book.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { inline } from '../../server/inline.ts'
import { fileUrl } from '../books/search.ts'
import { Sheet } from '../matter/matter-page.tsx'
import { PAYMENTS, useBookList } from './use-utilities.ts'
import { utilityWords as words } from './words.ts'

/** What was taken at this place, the latest first. */
export function Payments() {
  const list = useBookList(PAYMENTS, 'all')
  return (
    <Sheet id="utility-payments" title={words.payments}>
      <TakeAway file={fileUrl(PAYMENTS, { queue: 'all' })} />
      <PagedList
        list={list}
        label={words.paymentList}
        empty={words.noPayments}
        sectionHeading="h3"
        columns={{ className: 'utility-row', titles: [words.payment, words.record, words.standing] }}
        row={(row) => <Row key={row.id} row={row} />}
      />
    </Sheet>
  )
}

function Row({ row: { id, title, cells, state, stateText, tone } }: { row: EntryRow }) {
  const [, amount = '', , supplierNo = ''] = cells
  return (
    <li className="case-row utility-row">
      <div>
        <Link to="/books/$book/$id" params={{ book: PAYMENTS, id }} className="case-link">
          {title}
        </Link>
      </div>
      <div>
        {amount}
        <div className="small muted">{supplierNo}</div>
      </div>
      <div>
        <span className={`tag tag-${tone}`}>{stateText}</span>{' '}
        {state === 'paid' && (
          <a
            className="no-print"
            href={inline(`/api/v1/utilities/payments/${id}/receipt`)}
            target="_blank"
            rel="noreferrer"
            aria-label={`${words.receipt}：${title}`}
          >
            {words.receipt}
          </a>
        )}
      </div>
    </li>
  )
}
