import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import type { LicenceDetail } from '#capabilities/case/contract/licence-routes.ts'
import { longDay } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { announce } from '../../shell/notice.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import '../case/case-page.css'
import { ClockList } from '../case/clock-list.tsx'
import { Fact } from '../case/fact.tsx'
import { PaperList } from '../case/paper-list.tsx'
import { Parts } from '../case/parts.tsx'
import { StoryList } from '../case/story-list.tsx'
import { useGoOn } from '../case/use-go-on.ts'
import { ActDialog } from './act-dialog.tsx'
import { Asked } from './asked.tsx'
import { useLicence } from './use-licences.ts'
import { licencesWords as words, toneOf } from './words.ts'

export function LicencePage() {
  const { number } = useParams({ from: '/licences/$number' })
  const found = useLicence(number)
  if (found.isPending) return <Waiting />
  return (
    <>
      <p className="no-print">
        <Link to="/licences">{words.back}</Link>
      </p>
      {found.data === undefined && <h1>{words.title}</h1>}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Licence key={number} detail={found.data} />}
    </>
  )
}

function Licence({ detail }: { detail: LicenceDetail }) {
  const [acting, setActing] = useState<AllowedAct>()
  const goOn = useGoOn(acting, detail.summary.version)
  return (
    <>
      <Heading detail={detail} />
      <Asked detail={detail} choose={setActing} />
      <Parts parts={detail.parts} />
      {detail.clocks.length > 0 && (
        <section className="sheet stack-tight" aria-labelledby="licence-clocks">
          <h2 id="licence-clocks">{words.clocks}</h2>
          <ClockList clocks={detail.clocks} />
        </section>
      )}
      {detail.papers.length > 0 && (
        <section className="sheet stack-tight" aria-labelledby="licence-papers">
          <h2 id="licence-papers">{words.papers}</h2>
          <PaperList papers={detail.papers} />
        </section>
      )}
      <section className="sheet stack-tight" aria-labelledby="licence-story">
        <h2 id="licence-story">{words.story}</h2>
        <StoryList story={detail.story} />
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

function Heading({ detail: { summary, cases } }: { detail: LicenceDetail }) {
  const { name, stateText, number, itemName, holder, body, place, grantedOn, validUntil } = summary
  return (
    <section className="sheet stack-tight">
      <div className="page-head">
        <h1>{name}</h1>
        <span className={`tag ${toneOf(summary)}`}>{stateText}</span>
      </div>
      <dl className="facts-line">
        <Fact label={words.number} text={number} />
        <Fact label={words.holder} text={holder} />
        <Fact label={words.item} text={itemName} />
        <Fact label={words.body} text={body} />
        <Fact label={words.place} text={place} />
        <Fact
          label={words.validity}
          text={`${words.grantedOn(longDay(grantedOn))}，${validUntil === undefined ? words.noEnd : words.until(longDay(validUntil))}`}
        />
      </dl>
      <p className="row">
        <span className="muted">{words.cases}</span>
        {cases.map(({ no, text }) => (
          <Link key={`${no}${text}`} to="/cases/$no" params={{ no }}>
            {text}
          </Link>
        ))}
      </p>
    </section>
  )
}
