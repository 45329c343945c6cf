import { useRef } from 'react'
import { USUAL_COLUMNS } from '#capabilities/case/contract/list-columns.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { useAsLastList } from '../../shell/last-list.ts'
import { useSignedIn } from '../../session/use-session.ts'
import '../licences/licences.css'
import { Row as LicenceRow } from '../licences/row.tsx'
import { useWaitingLicences } from '../licences/use-licences.ts'
import { licencesWords } from '../licences/words.ts'
import { CaseRow } from '../work-list/case-row.tsx'
import { headings } from '../work-list/columns.ts'
import { sectionOf } from '../work-list/section.ts'
import { useCounts } from '../work-list/use-counts.ts'
import { useRowKeys } from '../work-list/use-row-keys.ts'
import { useWorkList } from '../work-list/use-work-list.ts'
import { approvalsWords as words } from './words.ts'

/** 待我批: whatever waits for the word of an approver or a head, the nearest day first. */
export function ApprovalsPage() {
  useAsLastList('/approvals')
  const decides = useSignedIn().post.roles.includes('approver')
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <Cases />
      {decides && <Licences />}
    </>
  )
}

function Cases() {
  const rows = useRef<HTMLDivElement>(null)
  useRowKeys(rows)
  return (
    <section className="stack-tight" aria-labelledby="approvals-cases">
      <h2 id="approvals-cases">{words.cases(useCounts().data?.approvals)}</h2>
      <PagedList
        list={useWorkList({ queue: 'approvals' })}
        rows={rows}
        label={words.casesList}
        empty={words.noCases}
        columns={{ titles: headings(USUAL_COLUMNS, false) }}
        section={sectionOf}
        sectionHeading="h3"
        row={(summary) => <CaseRow key={summary.no} summary={summary} mine />}
      />
    </section>
  )
}

function Licences() {
  const { licence, holder, validity, standing } = licencesWords
  return (
    <section className="stack-tight" aria-labelledby="approvals-licences">
      <h2 id="approvals-licences">{words.licences(useCounts().data?.licences)}</h2>
      <p className="small muted">{words.licencesText}</p>
      <PagedList
        list={useWaitingLicences()}
        label={words.licencesList}
        empty={words.noLicences}
        columns={{ className: 'licence-row', titles: [licence, holder, validity, standing] }}
        row={(summary) => <LicenceRow key={summary.number} summary={summary} />}
      />
    </section>
  )
}
