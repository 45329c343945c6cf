import { Link, useParams } from '@tanstack/react-router'
import type { LicenceDetail } from '#capabilities/case/contract/licence-routes.ts'
import { longDay } from '#ui/format/day.ts'
import { ClockList } from '../case/clock-list.tsx'
import { Fact } from '../case/fact.tsx'
import { PaperList } from '../case/paper-list.tsx'
import { Parts } from '../case/parts.tsx'
import { StoryList } from '../case/story-list.tsx'
import { MatterPage, Sheet } from '../matter/matter-page.tsx'
import { useActing } from '../matter/use-acting.tsx'
import { Asked } from './asked.tsx'
import { licenceMatter } from './matter.ts'
import { useLicence } from './use-licences.ts'
import { licencesWords as words, toneOf } from './words.ts'

export function LicencePage() {
  const { number } = useParams({ from: '/licences/$number' })
  const found = useLicence(number)
  return (
    <MatterPage found={found} title={words.title} back={<Link to="/licences">{words.back}</Link>}>
      {(detail) => <Licence key={number} detail={detail} />}
    </MatterPage>
  )
}

function Licence({ detail }: { detail: LicenceDetail }) {
  const { choose, dialog } = useActing(licenceMatter(detail))
  const papers = [...detail.papers, ...(detail.making ?? [])]
  return (
    <>
      <Heading detail={detail} />
      <Asked detail={detail} choose={choose} />
      <Parts parts={detail.parts} />
      {detail.clocks.length > 0 && (
        <Sheet id="licence-clocks" title={words.clocks}>
          <ClockList clocks={detail.clocks} />
        </Sheet>
      )}
      {papers.length > 0 && (
        <Sheet id="licence-papers" title={words.papers}>
          <PaperList papers={papers} />
        </Sheet>
      )}
      <Sheet id="licence-story" title={words.story}>
        <StoryList story={detail.story} />
      </Sheet>
      {dialog}
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
