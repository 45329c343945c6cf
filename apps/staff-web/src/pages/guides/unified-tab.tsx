import { useState } from 'react'
import type { ComparedItem } from '#capabilities/guide/contract/copy.ts'
import { Choose } from '../../lists/choose.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useComparison } from './use-guides.ts'
import { guidesWords as words } from './words.ts'

/** 七项统一对照: in which of the seven fields places of the area, or counties of the city, say something else. */
export function UnifiedTab() {
  const [between, setBetween] = useState<'towns' | 'counties'>('towns')
  const found = useComparison(between)
  return (
    <div className="stack">
      <p className="muted small">{words.unifiedText}</p>
      <div className="filters no-print">
        <Choose
          label={words.between}
          any={words.betweens.towns}
          value={between === 'towns' ? undefined : between}
          options={[{ value: 'counties' as const, label: words.betweens.counties }]}
          change={(next) => setBetween(next ?? 'towns')}
        />
      </div>
      <div className="row no-print">
        <TakeAway file={`/api/v1/guide-copies/comparison/export?between=${between}`} onPaper />
      </div>
      {found.isPending && <Waiting />}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <p role="status">{words.noUnified}</p>}
      {found.data !== undefined && found.data.items.length > 0 && (
        <ul className="guide-rows stack" aria-label={words.unifiedList}>
          {found.data.items.map((item) => (
            <Compared key={item.item} item={item} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Compared({ item: { name, differences } }: { item: ComparedItem }) {
  return (
    <li className="sheet stack-tight">
      <strong>{name}</strong>
      {differences.map(({ field, fieldTitle, says }) => (
        <div key={field} className="guide-field">
          <h3>{fieldTitle}</h3>
          {says.map(({ lines, holders }) => (
            <div key={holders.join()}>
              <div className="small muted">
                {words.says(holders.length)}：{holders.join('、')}
              </div>
              <p className="guide-lines">{lines.length === 0 ? words.nothing : lines.join('\n')}</p>
            </div>
          ))}
        </div>
      ))}
    </li>
  )
}
