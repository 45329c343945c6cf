import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useGoingBack } from './use-item-changes.ts'
import { changeWords as words } from './words.ts'

/** What becomes otherwise when the content of an earlier version comes back. */
export function GoingBack({ item, now, back }: { item: string; now: number; back: number }) {
  const found = useGoingBack(item, now, back)
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { differences } = found.data
  if (differences.length === 0) return <p role="status">{words.noChange}</p>
  return (
    <div className="stack-tight" role="status">
      <p>{words.goesBack}</p>
      <ul>
        {differences.map(({ at, text }) => (
          <li key={at + text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
