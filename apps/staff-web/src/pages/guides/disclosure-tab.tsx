import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useDisclosureGaps } from './use-guides.ts'
import { guidesWords as words } from './words.ts'

/** 公开信息缺项 (办事信息公开五类): items that lack one of the five groups. */
export function DisclosureTab() {
  const found = useDisclosureGaps()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { checked, gaps, groups } = found.data
  const titleOf = (group: string) => groups.find((one) => one.group === group)?.title ?? group
  return (
    <div className="stack">
      <p className="muted small">{words.disclosureText}</p>
      <p role="status">{words.disclosureChecked(checked, gaps.length)}</p>
      {gaps.length > 0 && (
        <ul className="guide-rows stack-tight" aria-label={words.disclosureList}>
          {gaps.map(({ item, name, missing }) => (
            <li key={item} className="sheet row">
              <strong>{name}</strong>
              <span className="tag tag-bad">{words.lacks(missing.map(titleOf).join('、'))}</span>
              <a href={`/items/${item}`} target="_blank" rel="noreferrer">
                {words.guide}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
