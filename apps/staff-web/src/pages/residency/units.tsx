import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useUnitEntry } from './use-residency.ts'
import { residencyWords as words } from './words.ts'

/** 单位进厅率: units with matters of their own, those that are not in the hall first. */
export function Units() {
  const found = useUnitEntry()
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { of, in: inside, rateText, reached, units } = found.data
  return (
    <>
      <section className="sheet stack-tight" aria-labelledby="unit-entry">
        <h2 id="unit-entry">
          {words.entry} {rateText}{' '}
          <span className={`tag tag-${reached ? 'good' : 'bad'}`}>
            {reached ? words.reached : words.notReached}
          </span>
        </h2>
        <p>
          {words.units(inside, of)}，{words.target}。
        </p>
        <div className="row no-print">
          <TakeAway file="/api/v1/residency/export?list=units" onPaper />
        </div>
      </section>
      <ul className="rows" aria-label={words.entry}>
        {units.map(({ unit, name, items, windows, entrusted, inHall, remedies }) => (
          <li key={unit} className="residency-row">
            <div>
              <strong>{name}</strong>{' '}
              <span className={`tag tag-${inHall ? 'good' : 'bad'}`}>
                {inHall ? words.inHall : words.notInHall}
              </span>
              <div className="small muted">
                {words.unitItems(items)}
                {entrusted > 0 && `，${words.entrusted(entrusted)}`}
              </div>
            </div>
            <div className="small">{windows.join('、')}</div>
            <div className="row no-print">
              {remedies.map(({ text, path }) => (
                <a key={text} href={`/staff${path}`}>
                  {text}
                </a>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
