import { useState } from 'react'
import type { AttemptView, IndicatorView } from '#capabilities/supervision/contract.ts'
import { day } from '#ui/format/day.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { AttemptsDrawer } from './attempts-tab.tsx'
import { CasesDrawer, type OpenedCases } from './cases-drawer.tsx'
import { IndicatorCard, type Opening } from './indicator-card.tsx'
import { exportUrl, type SupervisionSearch } from './search.ts'
import { useIndicators } from './use-indicators.ts'
import { supervisionWords as words } from './words.ts'

const KIND_OF: Readonly<Record<string, AttemptView['kind']>> = {
  'upward-attempts': 'upward',
  'beyond-power-attempts': 'beyond-power',
}

/** 指标: every number with its rule; each opens. */
export function IndicatorsTab({ search }: { search: SupervisionSearch }) {
  const found = useIndicators(search)
  const [cases, setCases] = useState<OpenedCases>()
  const [kind, setKind] = useState<AttemptView['kind']>()
  if (found.isPending) return <Waiting />
  if (found.isError && found.data === undefined)
    return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { from, to, asOf, indicators, place } = found.data
  const period = { ...search, from, to }

  function open({ id, name }: IndicatorView, { part, place: of }: Opening) {
    const attempts = KIND_OF[id]
    if (attempts !== undefined) return setKind(attempts)
    const placeName = of?.name ?? place?.name
    setCases({
      ...{ id, name, part, search: of === undefined ? period : { ...period, place: of.id } },
      ...(placeName === undefined ? {} : { placeName }),
    })
  }

  return (
    <div className="stack">
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      <div className="row row-end">
        <p className="muted">
          {place && `${place.name}，`}
          {words.span(day(from), day(to))}
          {asOf < to && `（${words.soFar(day(asOf))}）`}
        </p>
        <TakeAway file={exportUrl('/indicators', { ...period })} />
      </div>
      <ul className="indicators">
        {indicators.map((indicator) => (
          <IndicatorCard
            key={indicator.id}
            indicator={indicator}
            open={(opening) => open(indicator, opening)}
          />
        ))}
      </ul>
      {cases && <CasesDrawer opened={cases} close={() => setCases(undefined)} />}
      {kind && <AttemptsDrawer kind={kind} search={period} close={() => setKind(undefined)} />}
    </div>
  )
}
