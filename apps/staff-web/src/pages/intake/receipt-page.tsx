import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { inline } from '../../server/inline.ts'
import { Unreadable } from '../../shell/unreadable.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useCase } from '../case/use-case.ts'
import { isOver } from '../work-list/words.ts'
import './intake.css'
import { intakeWords as words } from './words.ts'

/** What the applicant takes home; the sealed receipt is made by the server and appears when it is ready. */
export function ReceiptPage() {
  const { no } = useParams({ from: '/receipts/$no' })
  const found = useCase(no, { untilPaper: 'receipt' })
  if (found.isPending) return <Waiting />
  if (found.isError && found.data === undefined)
    return <Unreadable title={words.receiptTitle} error={found.error} retry={() => void found.refetch()} />
  const { summary, clocks, papers, procedure } = found.data
  const isOnTheSpot = procedure !== 'approval' && !isOver(summary.state)
  const paper = papers.find((one) => one.kind === 'receipt' && one.url !== undefined)
  const running = clocks.find((clock) => clock.state === 'running')
  const lines: [string, string][] = [
    [words.item, summary.itemName],
    [words.applicant, summary.applicant],
    [words.place, summary.acceptPlace],
    [words.at, moment(summary.receivedAt)],
    ...(running === undefined ? [] : [[running.title, running.sentence] as [string, string]]),
  ]
  return (
    <div className="sheet stack receipt">
      <h1>{words.receiptTitle}</h1>
      <p>
        {words.receiptNo}
        <strong className="receipt-no figures">{groupedNumber(summary.no)}</strong>
      </p>
      <p>{words.receiptText}</p>
      <dl className="answers">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {isOnTheSpot && (
        <p className="no-print">
          <OpenOnTheSpot no={summary.no} />
        </p>
      )}
      <div className="row no-print">
        {paper?.url === undefined ? (
          <span role="status">{words.paperPending}</span>
        ) : (
          <Button
            type={isOnTheSpot ? 'default' : 'primary'}
            href={inline(paper.url)}
            target="_blank"
            rel="noreferrer"
          >
            {words.paper}
          </Button>
        )}
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Link to="/cases/$no" params={{ no: summary.no }}>
          {words.open}
        </Link>
        <Link to="/intake">{words.another}</Link>
      </div>
    </div>
  )
}

/** The applicant waits for the decision: the way there takes the focus. */
function OpenOnTheSpot({ no }: { no: string }) {
  const navigate = useNavigate()
  return (
    <Button
      autoFocus
      type="primary"
      size="large"
      onClick={() => void navigate({ to: '/cases/$no', params: { no } })}
    >
      {words.goOn}
    </Button>
  )
}
