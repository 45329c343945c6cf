import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { useRoomForTrail } from '../../look/use-wide.ts'
import { moment } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { shortTitle } from '../../session/post-name.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { Unreadable } from '../../shell/unreadable.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Act } from './acts/act.tsx'
import { Accepted } from './accepted.tsx'
import { ApplicantStrip } from './applicant-strip.tsx'
import { AlongTheWay } from './along-the-way.tsx'
import { AskedOfMe } from './asked-of-me.tsx'
import './case-page.css'
import { CaseHeading } from './case-heading.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { isAwaited, Parts } from './parts.tsx'
import { NextCase } from './next-case.tsx'
import { NoticeBox } from './notice-box.tsx'
import { StoryList } from './story-list.tsx'
import { VisitStrip } from './visit-strip.tsx'
import { listOf, useAfterAct } from './use-after-act.ts'
import { Revealed, useApplicant } from './use-applicant.ts'
import { useCase } from './use-case.ts'
import { useCaseKeys } from './use-case-keys.ts'
import { Unsent } from './unsent.tsx'
import { useGoOn } from '../asked/use-go-on.ts'
import { caseWords as words } from './words.ts'

export function CasePage() {
  const { no } = useParams({ from: '/cases/$no' })
  const { post } = useSignedIn()
  const found = useCase(no)
  if (found.isPending) return <Waiting />
  if (found.isError && found.data === undefined)
    return (
      <Unreadable
        title={words.title(groupedNumber(no))}
        error={found.error}
        retry={() => void found.refetch()}
        back={<Link to={listOf(post.roles)}>{words.back}</Link>}
      />
    )
  return (
    <>
      <p className="case-back small no-print">
        <Link to={listOf(post.roles)}>{words.back}</Link>
      </p>
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      <Case key={no} detail={found.data} />
    </>
  )
}

function Case({ detail }: { detail: CaseDetail }) {
  const [acting, setActing] = useState<AllowedAct>()
  const [acted, setActed] = useState<string>()
  const trail = useRoomForTrail(detail.materials.some(({ files }) => files.length > 0))
  const goOn = useGoOn(acting, detail.summary.version)
  const after = useAfterAct(detail.summary.no)
  const { post } = useSignedIn()
  const revealed = useApplicant(detail.summary.no)
  useCaseKeys(detail, setActing, listOf(post.roles))
  return (
    <Revealed value={revealed}>
      {acting === undefined && <Unsent detail={detail} choose={setActing} />}
      {acted !== undefined && <NextCase no={detail.summary.no} />}
      {acted !== undefined && ACCEPTING.has(acted) && <Accepted papers={detail.papers} />}
      <CaseHeading detail={detail} />
      <VisitStrip detail={detail} choose={setActing} />
      <div className={trail === 'column' ? 'case-columns case-columns-three' : 'case-columns'}>
        <div className="case-asked no-print">
          <AskedOfMe detail={detail} choose={setActing} />
          {trail === 'below' && <Trail detail={detail} />}
        </div>
        <div className="stack">
          <NoticeBox detail={detail} />
          <ApplicantStrip applicant={detail.applicant} deliveryMode={detail.deliveryMode} />
          {/* What is still awaited is read before the papers, what is settled after them. */}
          <Parts parts={detail.parts.filter(isAwaited)} allowed={detail.allowed} choose={setActing} />
          <CaseTabs detail={detail} withoutTrail={trail !== undefined} />
          <Parts
            parts={detail.parts.filter((part) => !isAwaited(part))}
            allowed={detail.allowed}
            choose={setActing}
          />
          <AlongTheWay detail={detail} />
        </div>
        {trail === 'column' && (
          <div className="case-asked no-print">
            <Trail detail={detail} />
          </div>
        )}
      </div>
      <PrintFoot />
      {acting && (
        <Act
          detail={detail}
          act={acting}
          close={() => setActing(undefined)}
          done={(title) => {
            setActing(undefined)
            setActed(acting.act)
            goOn()
            after(title)
            if (DECIDING.has(acting.act)) requestAnimationFrame(() => window.scrollTo({ top: 0 }))
          }}
        />
      )}
      {revealed.dialog}
    </Revealed>
  )
}

/** After them a paper is handed over the counter at once. */
const ACCEPTING: ReadonlySet<string> = new Set(['accept', 'accept-with-gaps'])

/** What was decided stands at the head of the page. */
const DECIDING: ReadonlySet<string> = new Set(['grant', 'deny', 'refuse-acceptance', 'forward', 'revoke'])

/** What happened so far, in sight while the papers are read; on paper it is told with the rest. */
function Trail({ detail }: { detail: CaseDetail }) {
  return (
    <section className="sheet case-trail no-print" aria-labelledby="trail-title">
      <h2 id="trail-title">{words.tabs.story}</h2>
      <StoryList story={detail.story} papers={detail.papers} />
    </section>
  )
}

/** Who took the case on paper, and when: a copy that lies about says whose it is. */
function PrintFoot() {
  const { person, post } = useSignedIn()
  return (
    <p className="print-foot small muted">
      {words.printedBy(
        `${person.name}（${post.placeName}${shortTitle(post)}）`,
        moment(new Date().toISOString()),
      )}
    </p>
  )
}
