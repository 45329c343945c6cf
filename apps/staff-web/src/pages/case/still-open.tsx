import type { CaseDetail } from '#capabilities/case/contract.ts'
import { isAwaited, partId } from './parts.tsx'

/** Why an expected step may not be offered yet: what is still open on the other paths, each leading to its block. */
export function StillOpen({ parts }: Pick<CaseDetail, 'parts'>) {
  const open = parts.filter(isAwaited)
  if (open.length === 0) return null
  return (
    <ul className="still-open small">
      {open.map(({ key, title, tag }) => (
        <li key={key}>
          <button type="button" className="link" onClick={() => goTo(partId(key))}>
            {title}
          </button>{' '}
          <span className={`tag tag-${tag!.tone}`}>{tag!.text}</span>
        </li>
      ))}
    </ul>
  )
}

function goTo(id: string): void {
  const heading = document.getElementById(id)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
