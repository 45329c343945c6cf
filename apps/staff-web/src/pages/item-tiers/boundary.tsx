import { Link } from '@tanstack/react-router'
import type { BoundaryTier } from '#capabilities/catalogue/contract/layer-routes.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useBoundary } from './use-item-tiers.ts'
import { tierWords as words } from './words.ts'

/** 区镇事权清单: items in force by owner tier, as the county prints it. */
export function Boundary() {
  const found = useBoundary()
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  return (
    <>
      <div className="row no-print">
        <TakeAway file="/api/v1/power-boundary/export" onPaper />
      </div>
      {found.data.tiers.map((tier) => (
        <Tier key={tier.tier} tier={tier} />
      ))}
    </>
  )
}

function Tier({ tier: { tier, title, items } }: { tier: BoundaryTier }) {
  const heads = words.boundaryColumns
  return (
    <section className="sheet stack-tight" aria-labelledby={`tier-${tier}`}>
      <h2 id={`tier-${tier}`}>
        {title} <span className="muted small">{words.count(items.length)}</span>
      </h2>
      {items.length === 0 ? (
        <p className="muted">{words.emptyTier}</p>
      ) : (
        <table className="plain-table tier-table" aria-labelledby={`tier-${tier}`}>
          <thead>
            <tr>
              {Object.values(heads).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, name, itemType, body, catalogCode }, index) => (
              <tr key={id}>
                <td data-head={heads.no}>{index + 1}</td>
                <td data-head={heads.name}>
                  <Link to="/item-tiers" search={{ view: 'lineage', item: id }}>
                    {name}
                  </Link>
                </td>
                <td data-head={heads.type}>{itemType}</td>
                <td data-head={heads.body}>{body}</td>
                <td data-head={heads.code} className="mono">
                  {catalogCode}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
