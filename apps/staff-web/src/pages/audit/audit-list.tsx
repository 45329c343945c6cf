import { Button } from 'antd'
import { moment } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import './audit.css'
import { useAudit } from './use-audit.ts'
import { auditWords as words, eventWords } from './words.ts'

export function AuditList({ event }: { event: string }) {
  const audit = useAudit(event)
  if (audit.isPending) return <Waiting />
  if (audit.isError && audit.data === undefined)
    return <FailureNote error={audit.error} retry={() => void audit.refetch()} />
  const lines = audit.data.pages.flatMap((page) => page.items)
  if (lines.length === 0) return <p role="status">{words.none}</p>
  return (
    <div className="stack">
      <ol className="audit">
        {lines.map((line, at) => (
          // Lines are never reordered and carry no id of their own.
          <li key={at} className="audit-row">
            <span className="muted">{moment(line.at)}</span>
            <strong>{eventWords[line.event] ?? line.event}</strong>
            <span>{line.actor}</span>
            <span className="small">{[line.object, line.ip].filter(Boolean).join(' · ')}</span>
            <span className={`tag ${line.success ? 'tag-plain' : 'tag-bad'}`}>
              {line.success ? words.success : words.failure}
            </span>
            <Changed before={line.before} after={line.after} />
          </li>
        ))}
      </ol>
      <div className="row">
        {audit.hasNextPage && (
          <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {words.more}
          </Button>
        )}
        <Button loading={audit.isRefetching} onClick={() => void audit.refetch()}>
          {words.refresh}
        </Button>
      </div>
    </div>
  )
}

/** What it was and what it became; for a revealed applicant the stated reason. */
function Changed({ before, after }: { before: unknown; after: unknown }) {
  if (before === undefined && after === undefined) return null
  return (
    <details className="audit-change small">
      <summary>{words.change}</summary>
      {before !== undefined && <p>{`${words.before}：${JSON.stringify(before)}`}</p>}
      {after !== undefined && <p>{`${words.after}：${JSON.stringify(after)}`}</p>}
    </details>
  )
}
