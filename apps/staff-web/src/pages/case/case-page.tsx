import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { Act } from './acts/act.tsx'
import { ApplicantStrip } from './applicant-strip.tsx'
import { AlongTheWay } from './along-the-way.tsx'
import { AskedOfMe } from './asked-of-me.tsx'
import './case-page.css'
import { CaseHeading } from './case-heading.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { Parts } from './parts.tsx'
import { NextCase } from './next-case.tsx'
import { NoticeBox } from './notice-box.tsx'
import { VisitStrip } from './visit-strip.tsx'
import { listOf, useAfterAct } from './use-after-act.ts'
import { useCase } from './use-case.ts'
import { useCaseKeys } from './use-case-keys.ts'
import { useGoOn } from '../asked/use-go-on.ts'
import { caseWords as words } from './words.ts'

export function CasePage() {
  const { no } = useParams({ from: '/cases/$no' })
  const { post } = useSignedIn()
  const found = useCase(no)
  if (found.isPending) return <Waiting />
  if (found.isError && found.data === undefined)
    return <FailureNote error={found.error} retry={() => void found.refetch()} />
  return (
    <>
      <p className="no-print">
        <Link to={listOf(post.roles)}>{words.back}</Link>
      </p>
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      <Case key={no} detail={found.data} />
    </>
  )
}

function Case({ detail }: { detail: CaseDetail }) {
  const [acting, setActing] = useState<AllowedAct>()
  const [acted, setActed] = useState(false)
  const goOn = useGoOn(acting, detail.summary.version)
  const after = useAfterAct(detail.summary.no)
  const { post } = useSignedIn()
  useCaseKeys(detail, setActing, listOf(post.roles))
  return (
    <>
      {acted && <NextCase no={detail.summary.no} />}
      <CaseHeading detail={detail} />
      <VisitStrip detail={detail} choose={setActing} />
      <div className="case-columns">
        <div className="case-asked no-print">
          <AskedOfMe detail={detail} choose={setActing} />
        </div>
        <div className="stack">
          <NoticeBox detail={detail} />
          <ApplicantStrip
            no={detail.summary.no}
            applicant={detail.applicant}
            deliveryMode={detail.deliveryMode}
          />
          <Parts parts={detail.parts} />
          <AlongTheWay detail={detail} />
          <CaseTabs detail={detail} />
        </div>
      </div>
      {acting && (
        <Act
          detail={detail}
          act={acting}
          close={() => setActing(undefined)}
          done={(title) => {
            setActing(undefined)
            setActed(true)
            goOn()
            after(title)
          }}
        />
      )}
    </>
  )
}
