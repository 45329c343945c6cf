import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { RectificationDetail } from '#capabilities/evaluation/contract/rectification.ts'
import { day } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { announce } from '../../shell/notice.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import '../case/case-page.css'
import './rectification.css'
import { ClockList } from '../case/clock-list.tsx'
import { useGoOn } from '../case/use-go-on.ts'
import { ActDialog } from './act-dialog.tsx'
import { Asked } from './asked.tsx'
import { Said } from './said.tsx'
import { Story } from './story.tsx'
import { useRectification } from './use-rectifications.ts'
import { rectificationWords as words, stateTones } from './words.ts'

export function RectificationPage() {
  const { id } = useParams({ from: '/rectifications/$id' })
  const found = useRectification(id)
  if (found.isPending) return <Waiting />
  return (
    <>
      <p className="no-print">
        <Link to="/rectifications">{words.back}</Link>
      </p>
      {found.data === undefined && <h1>{words.title}</h1>}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Rectification key={id} detail={found.data} />}
    </>
  )
}

function Rectification({ detail }: { detail: RectificationDetail }) {
  const [acting, setActing] = useState<AllowedAct>()
  const goOn = useGoOn(acting, detail.summary.version)
  return (
    <>
      <Heading detail={detail} />
      <Asked detail={detail} choose={setActing} />
      <Said detail={detail} />
      <section className="sheet stack-tight" aria-labelledby="rectification-clocks">
        <h2 id="rectification-clocks">{words.clocks}</h2>
        <ClockList clocks={detail.clocks} />
      </section>
      <section className="sheet stack-tight" aria-labelledby="rectification-story">
        <h2 id="rectification-story">{words.story}</h2>
        <Story story={detail.story} />
      </section>
      {acting && (
        <ActDialog
          detail={detail}
          act={acting}
          close={() => setActing(undefined)}
          done={(title) => {
            setActing(undefined)
            goOn()
            announce(words.done(title))
          }}
        />
      )}
    </>
  )
}

function Heading({ detail: { summary } }: { detail: RectificationDetail }) {
  const { place, handlingPlace } = summary
  return (
    <div className="stack-tight">
      <div className="page-head">
        <h1>{summary.itemName}</h1>
        <div className="row">
          {summary.wasLate && <span className="tag tag-bad">{words.wasLate}</span>}
          <span className={`tag ${stateTones[summary.state]}`}>{summary.stateText}</span>
        </div>
      </div>
      <p className="muted small">
        {words.stars(summary.stars)} · {words.signed(summary.anonymous)} ·{' '}
        {words.ratedOn(day(summary.ratedOn))} · {place}
        {handlingPlace !== place && `（${words.handledBy(handlingPlace)}）`}
      </p>
    </div>
  )
}
