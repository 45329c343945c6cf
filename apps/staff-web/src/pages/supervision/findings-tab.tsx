import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import { useState } from 'react'
import type { FindingView } from '#capabilities/supervision/contract/findings.ts'
import { shortDay } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { exportUrl, type SupervisionSearch } from './search.ts'
import { useFindings } from './use-lists.ts'
import { supervisionWords as words } from './words.ts'

type Rule = FindingView['rule']
type Source = FindingView['source']
const ANY = 'any'
const RULES = ['beyond-power', 'upward', 'over-limit', 'out-of-order', 'one-time-notice'] as const

/** 超权限、超时限、逆程序、一次性告知: what the rules found, each with what shows it. */
export function FindingsTab({ search }: { search: SupervisionSearch }) {
  const [rule, setRule] = useState<Rule | typeof ANY>(ANY)
  const [source, setSource] = useState<Source | typeof ANY>(ANY)
  const asked = {
    ...search,
    ...(rule === ANY ? {} : { rule }),
    ...(source === ANY ? {} : { source }),
  }
  const list = useFindings(asked)
  const counts = list.data?.pages[0]?.counts
  return (
    <div className="stack">
      <div className="row row-end">
        <Radio.Group
          aria-label={words.findingRule}
          optionType="button"
          value={rule}
          onChange={(event) => setRule(event.target.value as typeof rule)}
          options={[
            { value: ANY, label: words.anyKind },
            ...RULES.map((value) => ({ value, label: words.ruleCount(value, counts?.[value] ?? 0) })),
          ]}
        />
        <Radio.Group
          aria-label={words.findingSource}
          optionType="button"
          value={source}
          onChange={(event) => setSource(event.target.value as typeof source)}
          options={[
            { value: ANY, label: words.anySource },
            { value: 'own', label: words.sources.own },
            { value: 'import', label: words.sources.import },
          ]}
        />
        <TakeAway file={exportUrl('/findings', asked)} />
      </div>
      <p className="muted small">{words.findingsText}</p>
      <PagedList
        list={list}
        label={words.tabs.findings}
        empty={words.emptyFindings}
        row={(finding) => <FindingLine key={finding.id} finding={finding} />}
      />
    </div>
  )
}

function FindingLine({ finding }: { finding: FindingView }) {
  const { rule, code, ruleText, day, caseNo, itemName, body, source, sourceText, sentence } = finding
  return (
    <li className="watch-row watch-row-finding">
      <div>
        <span className={`tag tag-${rule === 'over-limit' || code === 'notice-exception' ? 'warn' : 'bad'}`}>
          {ruleText}
        </span>
        <div className="small muted">{shortDay(day)}</div>
      </div>
      <div>
        {source === 'own' ? (
          <Link to="/cases/$no" params={{ no: caseNo }} className="watch-link">
            {itemName}
          </Link>
        ) : (
          <span className="watch-link">{itemName}</span>
        )}
        <div className="small muted figures">{source === 'own' ? groupedNumber(caseNo) : caseNo}</div>
      </div>
      <div className="small">
        {body}
        <div className="muted">{sourceText}</div>
      </div>
      <div className="watch-whole">
        {sentence}
        <EvidenceList finding={finding} />
      </div>
    </li>
  )
}

function EvidenceList({ finding: { caseNo, ruleText, basis, evidence } }: { finding: FindingView }) {
  return (
    <details className="small">
      <summary aria-label={words.evidenceOf(caseNo, ruleText)}>{words.evidence(evidence.length)}</summary>
      <p className="muted">{basis}</p>
      {evidence.map(({ title, fields }, index) => (
        <section key={`${index} ${title}`} className="watch-evidence">
          <h3>{title}</h3>
          <dl>
            {fields.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </details>
  )
}
