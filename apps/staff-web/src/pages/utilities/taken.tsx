import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { FailureNote } from '../../server/failure-note.tsx'
import { inline } from '../../server/inline.ts'
import { Sheet } from '../matter/matter-page.tsx'
import type { Owed } from './counter.tsx'
import { PAYMENTS, usePayment } from './use-utilities.ts'
import { utilityWords as words } from './words.ts'

/** What became of one payment: arrived, not taken, or still on its way. */
export function Taken({ id, owed, next }: { id: string; owed: Owed; next: () => void }) {
  const { found, ...waiting } = usePayment(id)
  const status = useRef<HTMLDivElement>(null)
  useEffect(() => status.current?.focus(), [])
  const state = found.data?.row.state ?? 'ordered'
  const client = useQueryClient()
  // The list below shows the same payment: it hears of the answer too.
  useEffect(() => void client.invalidateQueries({ queryKey: ['book', PAYMENTS] }), [client, state])
  const reason = found.data?.record.at(-1)?.text
  return (
    <Sheet id="utility-taken" title={words.took(owed.utilityText, owed.amountText)}>
      <div ref={status} tabIndex={-1} role="status" className="stack-tight">
        {state === 'ordered' && (
          <>
            <p>
              <span className="tag tag-warn">{words.working}</span>
            </p>
            <p>{waiting.slow ? words.slow : words.workingText}</p>
          </>
        )}
        {state === 'paid' && (
          <>
            <p>
              <span className="tag tag-good">{words.paid}</span>
            </p>
            <p>
              <Button
                type="primary"
                href={inline(`/api/v1/utilities/payments/${id}/receipt`)}
                target="_blank"
                rel="noreferrer"
              >
                {words.receipt}
              </Button>
            </p>
          </>
        )}
        {state === 'failed' && (
          <>
            <p>
              <span className="tag tag-bad">{words.failed}</span>
            </p>
            {reason !== undefined && <p>{reason}</p>}
          </>
        )}
      </div>
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      <p className="row">
        <Button onClick={next}>{words.next}</Button>
        <Link to="/books/$book/$id" params={{ book: PAYMENTS, id }}>
          {words.open}
        </Link>
      </p>
    </Sheet>
  )
}
