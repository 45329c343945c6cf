import { Select } from 'antd'
import type { LineageLine } from '#capabilities/catalogue/contract/layer-routes.ts'
import { day } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useBoundary, useLineageOf } from './use-item-tiers.ts'
import { tierWords as words } from './words.ts'

/** Who set each value of one item: the tier, the version of its list, and what a tier below may do with it. */
export function Lineage({ item, choose }: { item: string | undefined; choose: (item: string) => void }) {
  const items = useBoundary().data?.tiers.flatMap((tier) => tier.items) ?? []
  return (
    <>
      <label className="tier-choice no-print">
        {words.chooseItem}
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.findItem}
          value={item ?? null}
          onChange={(value: string) => choose(value)}
          options={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </label>
      {item === undefined ? <p className="muted">{words.noItem}</p> : <OfItem item={item} />}
    </>
  )
}

function OfItem({ item }: { item: string }) {
  const found = useLineageOf(item)
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { name, layers, lines } = found.data
  return (
    <>
      <section className="sheet stack-tight" aria-labelledby="lineage-layers">
        <h2 id="lineage-layers">{name}</h2>
        <p className="muted">{words.layers}</p>
        <ol className="plain-list stack-tight">
          {layers.map(({ tier, tierTitle, version, effectiveFrom, source }) => (
            <li key={tier}>
              {words.layer(tierTitle, version, day(effectiveFrom))}
              {source !== undefined && <div className="small muted">{source}</div>}
            </li>
          ))}
        </ol>
      </section>
      <ul className="rows" aria-label={words.lineageList}>
        {lines.map((line) => (
          <Line key={`${line.path}${line.dropped ? ' -' : ''}`} line={line} />
        ))}
      </ul>
    </>
  )
}

function Line({ line }: { line: LineageLine }) {
  const { title, tier, tierTitle, version, since, standingTitle, basis, dropped, exception } = line
  return (
    <li className="rows-4 tier-line">
      <div>
        <strong>{title}</strong>
        <div className="small tier-value">{dropped ? words.dropped : line.text}</div>
      </div>
      <div>
        <span className={`tag tag-${tier < 4 ? 'blue' : 'plain'}`}>{words.setBy(tierTitle, version)}</span>
        <div className="small muted">{words.since(day(since))}</div>
      </div>
      <div>
        {standingTitle}
        <div className="small muted">{words.basis(basis)}</div>
      </div>
      <div className="small">{exception && words.exception(exception.reason, exception.approvedBy)}</div>
    </li>
  )
}
