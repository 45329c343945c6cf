import { Link } from '@tanstack/react-router'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useCitedLaws } from './use-guides.ts'
import { guidesWords as words } from './words.ts'

/** 依据的法规: what guides cite, the most cited first; a change is registered in its book. */
export function LawsTab() {
  const found = useCitedLaws()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  return (
    <div className="stack">
      <p className="muted small">{words.lawsText}</p>
      <p className="no-print">
        <Link to="/books/$book" params={{ book: 'guide-law-change' }}>
          {words.registerChange}
        </Link>
      </p>
      <ul className="guide-rows stack-tight" aria-label={words.lawList}>
        {found.data.laws.map(({ law, items }) => (
          <li key={law} className="sheet">
            <details>
              <summary>
                {law} <span className="small muted">{words.cites(items.length)}</span>
              </summary>
              <ul>
                {items.map(({ id, name }) => (
                  <li key={id}>
                    <a href={`/items/${id}`} target="_blank" rel="noreferrer">
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}
