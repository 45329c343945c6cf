import type { GapLine, RateView } from '#capabilities/catalogue/contract/residency-routes.ts'
import { Table } from '../../lists/table.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useResidency } from './use-residency.ts'
import { residencyWords as words } from './words.ts'

/** 进驻率 by kind, domain and place, and every matter that is missing with what closes the gap. */
export function Items() {
  const found = useResidency()
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { total, byType, byDomain, byPlace, gaps } = found.data
  return (
    <>
      <section className="sheet stack-tight" aria-labelledby="residency-total">
        <h2 id="residency-total">
          {words.rate} {total.rateText}{' '}
          <span className={`tag tag-${total.reached ? 'good' : 'bad'}`}>
            {total.reached ? words.reached : words.notReached}
          </span>
        </h2>
        <p>
          {words.of(total.resident, total.of)}，{words.excepted(total.excepted)}，{words.target}。
        </p>
        <div className="row no-print">
          <TakeAway file="/api/v1/residency/export?list=gaps" onPaper />
        </div>
      </section>
      <section aria-labelledby="residency-gaps">
        <h2 id="residency-gaps">{words.gaps}</h2>
        {gaps.length === 0 ? (
          <p role="status">{words.noGaps}</p>
        ) : (
          <ul className="rows" aria-label={words.gaps}>
            {gaps.map((gap) => (
              <Gap key={gap.item} gap={gap} />
            ))}
          </ul>
        )}
      </section>
      <Rates title={words.byType} rates={byType} id="by-type" />
      <Rates title={words.byDomain} rates={byDomain} id="by-domain" />
      <Rates title={words.byPlace} rates={byPlace} id="by-place" />
    </>
  )
}

function Gap({
  gap: { name, typeText, domainText, unitName, standing, lacking, exception, remedies },
}: {
  gap: GapLine
}) {
  return (
    <li className="residency-row">
      <div>
        <strong>{name}</strong>{' '}
        <span className={`tag tag-${standing === 'missing' ? 'bad' : 'plain'}`}>
          {words.standing[standing]}
        </span>
        <div className="small muted">
          {typeText}，{domainText}，{words.unit(unitName)}
        </div>
      </div>
      <div className="small">
        {lacking.map(({ place, why }) => (
          <div key={place}>
            {place}：{why}
          </div>
        ))}
        {exception}
      </div>
      <div className="row no-print">
        {remedies.map(({ text, path }) => (
          <a key={text} href={`/staff${path}`}>
            {text}
          </a>
        ))}
      </div>
    </li>
  )
}

function Rates({ title, rates, id }: { title: string; rates: readonly RateView[]; id: string }) {
  return (
    <section className="sheet stack-tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Table
        labelledBy={id}
        heads={Object.values(words.columns)}
        figures
        rows={rates.map((rate) => ({
          key: rate.key,
          cells: [rate.title, rate.of, rate.resident, rate.excepted, rate.missing, rate.rateText],
        }))}
      />
    </section>
  )
}
