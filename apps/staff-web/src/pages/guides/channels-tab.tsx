import { Button } from 'antd'
import type { CopyDifference } from '#capabilities/guide/contract/copy.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useChannelDifferences, useRestore, useSync } from './use-guides.ts'
import { guidesWords as words } from './words.ts'

/** 渠道差异: copies of guides that do not say what their item says. */
export function ChannelsTab({ writes }: { writes: boolean }) {
  const found = useChannelDifferences()
  const sync = useSync()
  const restore = useRestore()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { checked, missing, more, lines } = found.data
  return (
    <div className="stack">
      <p className="muted small">{words.channelsText}</p>
      <div className="row no-print">
        <TakeAway file="/api/v1/guide-copies/differences/export" onPaper />
        {writes && (
          <Button loading={sync.isPending} onClick={() => sync.mutate()}>
            {words.sync}
          </Button>
        )}
      </div>
      {sync.isError && <FailureNote error={sync.error} />}
      {restore.isError && <FailureNote error={restore.error} />}
      <p role="status">
        {words.checked(checked, missing)} {lines.length === 0 && words.noDifference}
      </p>
      {lines.length > 0 && (
        <ul className="guide-rows stack" aria-label={words.differences}>
          {lines.map((line) => (
            <Difference
              key={`${line.channel} ${line.place} ${line.item}`}
              line={line}
              busy={restore.isPending}
              restore={() => restore.mutate(line)}
            />
          ))}
        </ul>
      )}
      {more && <p className="small muted">{words.moreDifferences}</p>}
    </div>
  )
}

interface Props {
  line: CopyDifference
  busy: boolean
  restore: () => void
}

function Difference({ line: { name, channelTitle, placeName, byHand, fields }, busy, restore }: Props) {
  const where = `${channelTitle}${placeName === '' ? '' : `（${placeName}）`}`
  return (
    <li className="sheet stack-tight">
      <div className="row">
        <strong>{name}</strong>
        <span>{where}</span>
        <span className={`tag tag-${byHand ? 'bad' : 'warn'}`}>{byHand ? words.byHand : words.behind}</span>
        <Button
          size="small"
          className="no-print"
          disabled={busy}
          aria-label={words.restoring(name, where)}
          onClick={restore}
        >
          {words.restore}
        </Button>
      </div>
      {fields.map(({ field, fieldTitle, source, copy }) => (
        <div key={field} className="guide-field">
          <h3>{fieldTitle}</h3>
          <Lines title={words.source} lines={source} />
          <Lines title={words.copy} lines={copy} />
        </div>
      ))}
    </li>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <div className="small muted">{title}</div>
      <p className="guide-lines">{lines.length === 0 ? words.nothing : lines.join('\n')}</p>
    </div>
  )
}
