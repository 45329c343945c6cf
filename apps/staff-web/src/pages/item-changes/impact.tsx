import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useImpact } from './use-item-changes.ts'
import { changeWords as words } from './words.ts'

/** What publishing it touches, and what becomes of each. */
export function Impact({ id, version }: { id: string; version: number }) {
  const found = useImpact(id, version)
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { lines } = found.data
  const untouched = lines.filter(({ count }) => count === 0).map(({ title }) => title)
  return (
    <>
      <ul className="plain-list">
        {lines
          .filter(({ count }) => count > 0)
          .map(({ kind, title, count, text, names = [] }) => (
            <li key={kind}>
              <p>
                <strong>{title}</strong> {words.count(count)}
              </p>
              <p className="muted">
                {text}
                {names.length > 0 && ` ${names.join('、')}`}
              </p>
            </li>
          ))}
      </ul>
      {untouched.length > 0 && <p className="small muted">{words.untouched(untouched.join('、'))}</p>}
    </>
  )
}
