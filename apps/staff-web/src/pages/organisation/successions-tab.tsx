import { day } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useSuccessions } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

/** 沿革: what followed what was renamed, merged, split or moved. */
export function SuccessionsTab() {
  const found = useSuccessions()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  if (found.data.items.length === 0) return <p>{words.noSuccessions}</p>
  return (
    <ul className="rows">
      {found.data.items.map(({ subjectText, from, to, kindText, on }) => (
        <li key={`${from} ${to} ${on}`} className="rows-4">
          <span>{subjectText}</span>
          <span>{from}</span>
          <span className="muted">{words.toOn(day(on), kindText)}</span>
          <strong>{to}</strong>
        </li>
      ))}
    </ul>
  )
}
