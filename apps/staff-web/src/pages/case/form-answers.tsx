import { Fragment } from 'react'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import '../intake/intake.css'
import { caseWords as words } from './words.ts'

export function FormAnswers({ answers }: { answers: CaseDetail['form'] }) {
  if (answers.length === 0) return <p className="muted">{words.noForm}</p>
  const sections = new Map<string, CaseDetail['form']>()
  for (const answer of answers) {
    const section = answer.section ?? ''
    sections.set(section, [...(sections.get(section) ?? []), answer])
  }
  return (
    <div className="stack">
      {[...sections].map(([section, lines]) => (
        <Fragment key={section}>
          {section !== '' && <h3>{section}</h3>}
          <dl className="answers">
            {lines.map((answer) => (
              <div key={answer.label}>
                <dt>{answer.label}</dt>
                <dd>{answer.text}</dd>
              </div>
            ))}
          </dl>
        </Fragment>
      ))}
    </div>
  )
}
