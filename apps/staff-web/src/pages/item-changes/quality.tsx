import { Link } from '@tanstack/react-router'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import { labelAt } from './compared.ts'
import { partOf } from './fields.ts'
import { changeWords as words } from './words.ts'

/** The score and every finding with its remedy, and the way to where it is mended. */
export function Quality({
  detail: { quality, findings, summary, body },
  edits,
}: {
  detail: ChangeDetail
  edits: boolean
}) {
  return (
    <>
      <p>
        <strong>{words.score(quality.score)}</strong>{' '}
        <span className={`tag tag-${quality.passes ? 'good' : 'bad'}`}>
          {quality.passes ? words.passes : words.fails}
        </span>{' '}
        <span className="muted">{words.elements(quality.elements)}</span>
      </p>
      {findings.length === 0 && <p>{words.clean}</p>}
      <ul className="plain-list">
        {findings.map((finding) => (
          <li key={`${finding.check} ${finding.at} ${finding.what}`} className="stack-tight">
            <Finding finding={finding} where={whereIn(body as ItemVersion, finding)} />
            {edits && partOf(finding.at) !== undefined && (
              <Link
                to="/item-changes/$id/edit"
                params={{ id: summary.id }}
                search={{ part: partOf(finding.at)!, at: finding.at }}
                aria-label={words.changeAt(finding.what)}
              >
                {words.change}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Which field is meant, where the sentence names its part alone; fields say it themselves. */
function whereIn(item: ItemVersion, { at, what, severity }: QualityFinding): string | undefined {
  const label = labelAt(item, at)
  const said = label.startsWith('/') || label === item.name || what.includes(label)
  return said || severity !== 'block' ? undefined : label
}

interface FindingProps {
  finding: QualityFinding
  where?: string | undefined
}

export function Finding({ finding: { severity, what, remedy, source }, where }: FindingProps) {
  return (
    <>
      <p>
        <span className={`tag tag-${severity === 'block' ? 'bad' : 'warn'}`}>{words.tags[severity]}</span>{' '}
        <strong>{what}</strong>
      </p>
      {where !== undefined && <p>{words.where(where)}</p>}
      <p>{words.remedy(remedy)}</p>
      <p className="small muted">{words.source(source)}</p>
    </>
  )
}
