import { Button } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { groundRoutes } from '#capabilities/organisation/contract/ground-routes.ts'
import { useRegions } from '../../form/use-regions.ts'
import { ground as client } from '../../server/clients.ts'
import { RegisterDialog } from '../powers/register-dialog.tsx'
import { servedFields, typedServed } from './forms.ts'
import { ReformButton } from './reform-button.tsx'
import { useGroundChanged } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

interface Props {
  ground: ReplyOf<typeof groundRoutes.ground>
  keeps: boolean
}

/** 村级全覆盖: the share and the villages nobody serves. */
export function CoverageTab({ ground: { coverage, places }, keeps }: Props) {
  const { villages, covered, rateText, formulaText, uncovered } = coverage
  const [assigning, setAssigning] = useState<string>()
  const changed = useGroundChanged()
  const close = () => setAssigning(undefined)
  const choices = places
    .filter(({ kind }) => kind === 'station' || kind === 'point')
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="stack">
      {keeps && <RegionReform />}
      <div className="sheet">
        <strong className="figures ground-rate">{rateText}</strong> {words.covered(covered, villages)}
        <p className="small muted">{formulaText}</p>
      </div>
      {uncovered.length === 0 ? (
        <p>{words.allCovered}</p>
      ) : (
        <section>
          <h2>{words.uncovered}</h2>
          <ul className="rows">
            {uncovered.map(({ code, name, town }) => (
              <li key={code} className="rows-4">
                <strong>{name}</strong>
                <span>{town}</span>
                <span className="small muted figures">{code}</span>
                <span className="row-end">
                  {keeps && (
                    <Button
                      size="small"
                      className="no-print"
                      aria-label={words.assignFor(name)}
                      onClick={() => setAssigning(code)}
                    >
                      {words.assign}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {assigning !== undefined && (
        <RegisterDialog
          title={words.assign}
          fields={servedFields(choices)}
          send={(input, requestId) => client.changeServed({ body: typedServed(input, assigning), requestId })}
          close={close}
          done={() => {
            changed()
            close()
          }}
        />
      )}
    </div>
  )
}

/** 区划调整: villages are chosen by their town and name. */
function RegionReform() {
  const regions = useRegions()
  const existing = (regions.data ?? []).flatMap(({ code, name, children }) => [
    { value: code, label: name },
    ...children.map((village) => ({ value: village.code, label: `${name}${village.name}` })),
  ])
  return (
    <div className="row no-print">
      <ReformButton subject="region" title={words.actions.reformRegions} existing={existing} bodies={[]} />
    </div>
  )
}
