import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { inline } from '../../server/inline.ts'
import { Unreadable } from '../../shell/unreadable.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useCase } from '../case/use-case.ts'
import { printFile } from '../case/viewer/print-file.ts'
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
  const { summary, clocks, papers, procedure, allowed } = found.data
  const isOnTheSpot = procedure !== 'approval' && !isOver(summary.state)
  // Whoever took it in may accept it as well: that is the next thing to do.
  const mayAccept = allowed.some(({ act }) => act === 'accept')
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
      {(isOnTheSpot || mayAccept) && (
        <p className="no-print">
          <GoOn no={summary.no} title={isOnTheSpot ? words.goOn : words.toAccept} />
        </p>
      )}
      <div className="row no-print">
        {paper?.url === undefined ? (
          <span role="status">{words.paperPending}</span>
        ) : (
          <ReceiptPaper url={inline(paper.url)} first={!isOnTheSpot && !mayAccept} />
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

/** The person at the counter waits for it: printed with one press, the first one where nothing else is to be done. */
function ReceiptPaper({ url, first }: { url: string; first: boolean }) {
  return (
    <>
      <Button type={first ? 'primary' : 'default'} onClick={() => printFile(url)}>
        {words.printPaper}
      </Button>
      <a href={url} target="_blank" rel="noreferrer">
        {words.paper}
      </a>
    </>
  )
}

/** The applicant stands there and waits: the way on takes the focus. */
function GoOn({ no, title }: { no: string; title: string }) {
  const navigate = useNavigate()
  return (
    <Button
      autoFocus
      type="primary"
      size="large"
      onClick={() => void navigate({ to: '/cases/$no', params: { no } })}
    >
      {title}
    </Button>
  )
}
