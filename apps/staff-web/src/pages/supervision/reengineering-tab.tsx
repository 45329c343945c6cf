import { useQuery } from '@tanstack/react-query'
import type { ReengineeredItem } from '#capabilities/supervision/contract/reengineering.ts'
import { day } from '#ui/format/day.ts'
import { supervision } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { supervisionWords as words } from './words.ts'

/** 流程再造对照: items with more than one version, side by side, and the cases under each. */
export function ReengineeringTab({ place }: { place: string | undefined }) {
  const found = useQuery({
    queryKey: ['reengineering', place],
    queryFn: () => supervision.reengineering({ query: place === undefined ? {} : { place } }),
  })
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { items } = found.data
  if (items.length === 0)
    return (
      <p role="status" className="sheet">
        {words.emptyReengineering}
      </p>
    )
  return (
    <div className="stack">
      <p className="muted small">{words.reengineeringText}</p>
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </div>
  )
}

const ROWS = ['steps', 'materials', 'demanded', 'fields', 'visits', 'limit', 'cases', 'openCases'] as const

/** As many versions as stand beside each other on a phone; what changed is told for all of them. */
const SHOWN = 3

function Item({ item: { name, versions, changes, papersSpared } }: { item: ReengineeredItem }) {
  const shown = versions.slice(-SHOWN)
  return (
    <section className="sheet stack-tight">
      <h2>{name}</h2>
      <table className="watch-versions" aria-label={words.versionsOf(name)}>
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            {shown.map(({ version, effectiveFrom }) => (
              <th key={version} scope="col">
                {words.versionFrom(version, day(effectiveFrom))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{words.versionColumns[row]}</th>
              {shown.map((version) => (
                <td key={version.version}>{version[row]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {changes.map((change) => (
        <Change key={change.to} change={change} />
      ))}
      {papersSpared > 0 && <p className="small">{words.papersSpared(papersSpared)}</p>}
    </section>
  )
}

function Change({ change }: { change: ReengineeredItem['changes'][number] }) {
  const { from, to, changes, unitsDiffer } = change
  const lists = (
    ['stepsDropped', 'stepsAdded', 'materialsDropped', 'materialsShared', 'materialsAdded'] as const
  )
    .filter((list) => change[list].length > 0)
    .map((list) => words.changeLists[list](change[list].join('、')))
  return (
    <div className="small">
      <h3>{words.changedFrom(from, to)}</h3>
      <ul>
        {changes.map(({ measure, title, before, after }) => (
          <li key={measure}>
            <span className={`tag tag-${after < before ? 'good' : 'warn'}`}>
              {words.changed(title, before, after)}
            </span>
          </li>
        ))}
        {unitsDiffer && <li>{words.unitsDiffer}</li>}
        {lists.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
