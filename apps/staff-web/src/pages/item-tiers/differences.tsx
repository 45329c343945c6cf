import { Link } from '@tanstack/react-router'
import type { DifferenceLine, OnlineRate } from '#capabilities/catalogue/contract/layer-routes.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { DifferenceFilters } from './difference-filters.tsx'
import { filtered, type DifferenceFilter } from './filtered.ts'
import { useDifferences } from './use-item-tiers.ts'
import { tierWords as words } from './words.ts'

interface Props {
  filter: DifferenceFilter
  change: (next: DifferenceFilter) => void
}

/** 三级四同、四级四同: every place where an item differs from a tier above in what the plan holds to be the same. */
export function Differences({ filter, change }: Props) {
  const found = useDifferences()
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { label, tiers, fields, onDifference, compared, alone, lines, online } = found.data
  const shown = filtered(lines, filter)
  const items = [...new Set(shown.map(({ item }) => item))]
  return (
    <>
      <p>
        {words.compared(label, tiers.map((tier) => words.tiers[tier] ?? '').join('、'), fields.join('、'))}{' '}
        {onDifference === 'block' ? words.block : words.list} {words.counted(compared, alone)}
      </p>
      <div className="row no-print">
        <TakeAway file="/api/v1/item-differences/export" onPaper />
      </div>
      {online && <Online rates={online} />}
      {lines.length > 0 && (
        <DifferenceFilters filter={filter} tiers={tiers} change={change}>
          {words.shown(shown.length, lines.length)}
        </DifferenceFilters>
      )}
      {items.length === 0 && (
        <div className="sheet" role="status">
          <p>{lines.length === 0 ? words.same : words.noneLeft}</p>
        </div>
      )}
      {items.map((item) => (
        <Item key={item} lines={shown.filter((line) => line.item === item)} />
      ))}
    </>
  )
}

function Item({ lines }: { lines: readonly DifferenceLine[] }) {
  const { item, name } = lines[0]!
  return (
    <section className="sheet stack-tight" aria-labelledby={`differs-${item}`}>
      <h2 id={`differs-${item}`}>
        <Link to="/item-tiers" search={{ view: 'lineage', item }}>
          {name}
        </Link>
      </h2>
      <ul className="plain-list stack-tight">
        {lines.map(({ path, tier, tierTitle, fieldTitle, above, here, exception }) => (
          <li key={`${tier} ${path}`}>
            <strong>{fieldTitle}</strong>{' '}
            <span className={`tag tag-${exception === undefined ? 'warn' : 'plain'}`}>
              {exception === undefined
                ? words.notApproved
                : words.exception(exception.reason, exception.approvedBy)}
            </span>
            <dl className="tier-sides">
              <dt>{words.above(tierTitle)}</dt>
              <dd>{above ?? words.nothing}</dd>
              <dt>{words.here}</dt>
              <dd>{here ?? words.nothing}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Online({ rates }: { rates: readonly OnlineRate[] }) {
  return (
    <section className="sheet stack-tight" aria-labelledby="online-rates">
      <h2 id="online-rates">{words.online}</h2>
      <ul className="plain-list stack-tight">
        {rates.map(({ rate, title, count, of, target, met, lacking }) => (
          <li key={rate}>
            <strong>
              {title} {of === 0 ? '' : `${Math.round((count * 1000) / of) / 10}%`}
            </strong>{' '}
            {words.rate(count, of)}，{words.target(target * 100)}{' '}
            <span className={`tag tag-${met ? 'good' : 'bad'}`}>{met ? words.met : words.notMet}</span>
            {lacking.length > 0 && (
              <details>
                <summary>{words.lacking(lacking.length)}</summary>
                <ul className="plain-list">
                  {lacking.map(({ id, name }) => (
                    <li key={id}>
                      <Link to="/item-tiers" search={{ view: 'lineage', item: id }}>
                        {name}
                      </Link>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
