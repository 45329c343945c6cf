import { Link, useParams } from '@tanstack/react-router'
import type { RectificationDetail } from '#capabilities/evaluation/contract/rectification.ts'
import { day } from '#ui/format/day.ts'
import './rectification.css'
import { ClockList } from '../case/clock-list.tsx'
import { MatterPage, Sheet } from '../matter/matter-page.tsx'
import { useActing } from '../matter/use-acting.tsx'
import { Asked } from './asked.tsx'
import { ratingMatter } from './matter.ts'
import { Said } from './said.tsx'
import { Story } from './story.tsx'
import { useRectification } from './use-rectifications.ts'
import { rectificationWords as words, stateTones } from './words.ts'

export function RectificationPage() {
  const { id } = useParams({ from: '/rectifications/$id' })
  const found = useRectification(id)
  return (
    <MatterPage found={found} title={words.title} back={<Link to="/rectifications">{words.back}</Link>}>
      {(detail) => <Rectification key={id} detail={detail} />}
    </MatterPage>
  )
}

function Rectification({ detail }: { detail: RectificationDetail }) {
  const { choose, dialog } = useActing(ratingMatter(detail))
  return (
    <>
      <Heading detail={detail} />
      <Asked detail={detail} choose={choose} />
      <Said detail={detail} />
      <Sheet id="rectification-clocks" title={words.clocks}>
        <ClockList clocks={detail.clocks} />
      </Sheet>
      <Sheet id="rectification-story" title={words.story}>
        <Story story={detail.story} />
      </Sheet>
      {dialog}
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
