import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { BatchView } from '#capabilities/catalogue/contract/delegation-routes.ts'
import { day } from '#ui/format/day.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { Table } from '../../lists/table.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { readinessFileUrl } from './search.ts'
import { useBatches, useReadiness } from './use-delegation.ts'
import { delegationWords as words } from './words.ts'

interface Opening {
  opened: string | undefined
  open(id: string | undefined): void
}

export function Batches({ opened, open }: Opening) {
  const list = useBatches()
  if (list.isPending) return <Waiting />
  if (list.isError) return <FailureNote error={list.error} retry={() => void list.refetch()} />
  const { items } = list.data
  if (items.length === 0) return <p>{words.noBatches}</p>
  return (
    <div className="stack">
      {items.map((batch) => (
        <OneBatch key={batch.id} batch={batch} isOpen={opened === batch.id} open={open} />
      ))}
    </div>
  )
}

const TONES: Readonly<Record<string, string>> = { agreed: 'good', 'given-up': 'bad', over: 'plain' }

function OneBatch({ batch, isOpen, open }: { batch: BatchView; isOpen: boolean; open: Opening['open'] }) {
  const { id, name, state, stateText, ownerName, items, kindText, powersText, from, to, document } = batch
  return (
    <section className="delegation-batch stack">
      <h2>
        {name} <span className={`tag tag-${TONES[state] ?? 'plain'}`}>{stateText}</span>
        {batch.late && (
          <>
            {' '}
            <span className="tag tag-bad">{words.late}</span>
          </>
        )}
      </h2>
      <dl className="delegation-facts">
        <dt>{words.awaited}</dt>
        <dd>
          <strong>{batch.awaited.join('、') || words.nobody}</strong>
          {batch.replyBy && <span className="muted">{`（${words.replyBy(day(batch.replyBy))}）`}</span>}
        </dd>
        <dt>{words.owner}</dt>
        <dd>{ownerName}</dd>
        <dt>{words.items}</dt>
        <dd>{items.map((item) => item.name).join('、')}</dd>
        <dt>{words.given}</dt>
        <dd>{`${kindText}：${powersText}`}</dd>
        <dt>{words.days}</dt>
        <dd>{`${day(from)}${to ? words.until(day(to)) : ''}`}</dd>
        {document && (
          <>
            <dt>{words.document}</dt>
            <dd>{document}</dd>
          </>
        )}
        <dt>{words.opinions}</dt>
        <dd>
          <ul className="stack-tight">
            {batch.seats.map(({ seat, bodyName, stanceText, text }) => (
              <li key={bodyName}>{`${bodyName}（${seat}）：${stanceText}${text ? `，${text}` : ''}`}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {batch.receivers.length > 0 && <Receivers batch={batch} />}
      <div className="row no-print">
        <Button aria-expanded={isOpen} onClick={() => open(isOpen ? undefined : id)}>
          {isOpen ? words.closeReadiness : words.readiness}
        </Button>
        <Link to="/books/$book/$id" params={{ book: 'delegation-batch', id }} aria-label={words.open(name)}>
          {words.look}
        </Link>
      </div>
      {isOpen && <Readiness id={id} name={name} />}
    </section>
  )
}

const Receivers = ({ batch: { name, receivers } }: { batch: BatchView }) => (
  <Table
    label={`${words.receivers}：${name}`}
    heads={[words.town, words.place, words.state, words.check]}
    rows={receivers.map(
      ({ townName, placeName, reception, stateText, from, checkBy, late, resultText, trouble }) => ({
        key: placeName,
        cells: [
          townName,
          placeName,
          <>
            {reception === undefined ? (
              stateText
            ) : (
              <Link to="/books/$book/$id" params={{ book: 'delegation-reception', id: reception }}>
                {stateText}
              </Link>
            )}
            {from && <span className="muted">{`（${day(from)}起）`}</span>}
            {trouble && <div className="small">{trouble}</div>}
          </>,
          <>
            {resultText || checkBy ? resultText : words.notChecked} {checkBy && words.checkBy(day(checkBy))}{' '}
            {late && <span className="tag tag-bad">{words.late}</span>}
          </>,
        ],
      }),
    )}
  />
)

/** Town by town and item by item: what is there, and what is lacking. */
function Readiness({ id, name }: { id: string; name: string }) {
  const found = useReadiness(id)
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  return (
    <div className="stack">
      <TakeAway file={readinessFileUrl(id)} onPaper />
      <Table
        label={words.readinessOf(name)}
        heads={[words.town, words.item, words.trained, words.lacks]}
        rows={found.data.rows.flatMap(({ townName, placeName, items }) =>
          items.map(({ item, name: itemName, trained, lacks }) => ({
            key: `${placeName} ${item}`,
            cells: [
              <>
                {townName}
                <div className="small muted">{placeName}</div>
              </>,
              itemName,
              words.people(trained),
              lacks.length === 0 ? (
                <span className="tag tag-good">{words.ready}</span>
              ) : (
                <>
                  <span className="tag tag-bad">{words.notReady}</span> {lacks.join('；')}
                </>
              ),
            ],
          })),
        )}
      />
    </div>
  )
}
