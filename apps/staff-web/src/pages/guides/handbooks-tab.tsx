import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Handbook } from '#capabilities/guide/contract/copy.ts'
import { day } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useHandbooks, useMakeHandbook, type HandbookKind } from './use-guides.ts'
import { guidesWords as words } from './words.ts'

const KINDS: readonly HandbookKind[] = ['service', 'town', 'town-list']

/** 清单和手册: compiled by a press, dated and numbered; those for towns wait for their notice. */
export function HandbooksTab({ writes }: { writes: boolean }) {
  const found = useHandbooks()
  const make = useMakeHandbook()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { items } = found.data
  return (
    <div className="stack">
      <p className="muted small">{words.handbooksText}</p>
      {writes && (
        <div className="row no-print">
          {KINDS.map((kind) => (
            <Button key={kind} disabled={make.isPending} onClick={() => make.mutate(kind)}>
              {words.make}
              {words.kinds[kind]}
            </Button>
          ))}
          {make.isPending && <span role="status">…</span>}
        </div>
      )}
      {make.isError && <FailureNote error={make.error} />}
      {items.length === 0 ? (
        <p role="status" className="sheet">
          {words.noHandbooks}
        </p>
      ) : (
        <ul className="guide-rows stack" aria-label={words.handbookList}>
          {items.map((each) => (
            <Row key={`${each.kind}@${each.number}`} handbook={each} writes={writes} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Row({
  handbook: { kind, title, number, madeOn, items, current, published, notices },
  writes,
}: {
  handbook: Handbook
  writes: boolean
}) {
  return (
    <li className="sheet stack-tight">
      <div className="row">
        <strong>{title}</strong>
        <span>{words.version(number)}</span>
        <span className={`tag tag-${current ? 'good' : 'warn'}`}>
          {current ? words.current : words.outdated}
        </span>
        {published !== undefined && (
          <span className={`tag tag-${published ? 'good' : 'bad'}`}>
            {published ? words.published : words.unpublished}
          </span>
        )}
      </div>
      <div className="small muted">{words.madeOn(day(madeOn), items)}</div>
      {notices.map((notice) => (
        <div key={`${notice.on} ${notice.where}`} className="small">
          {words.notice(day(notice.on), notice.where)}
        </div>
      ))}
      <div className="row no-print">
        <a href={`/api/v1/handbooks/${kind}/${number}/file`} aria-label={words.downloadOf(title, number)}>
          {words.download}
        </a>
        {published === false && writes && (
          <Link to="/books/$book" params={{ book: 'guide-notice' }}>
            {words.announce}
          </Link>
        )}
      </div>
    </li>
  )
}
