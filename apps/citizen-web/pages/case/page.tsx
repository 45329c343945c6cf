import type { VNode } from 'preact'
import type { CaseDetail, RatingView } from '#capabilities/portal/contract.ts'
import {
  ButtonRow,
  Disclosure,
  LinkButton,
  NoticeBox,
  PageHeading,
  StarsGiven,
  StatusTag,
  StepList,
  SummaryList,
  Timeline,
} from '#ui/components/index.ts'
import { day, longDay } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { Layout, mattersTrail } from '../../layout.tsx'
import { deliveryWords } from '../../words.ts'
import { pausedSentence, tone } from '../matters/page.tsx'
import { AfterCheck, Posting, postWords, PromiseMade } from './after.tsx'
import { AskedPapers } from './asked-papers.tsx'
import { Clocks } from './clocks.tsx'
import { CaseMaterials } from './materials.tsx'
import { Corrected, Kept, Received, StillMissing, Supplied } from './missing.tsx'
import { stillMissing } from './still-missing.ts'
import { actPath, offeredActs } from '../act/page.tsx'
import { Papers } from './papers.tsx'
import { FurtherActs, mayDoMore, Parts } from './parts.tsx'

export interface CasePageProps {
  visit: Visit
  detail: CaseDetail
  rating?: RatingView
  /** A paper nobody asked for has just come in. */
  received?: boolean
  /** An answer of the form has just been put right. */
  corrected?: boolean
  /** Files for a notice were left for later. */
  kept?: boolean
  /** What was filed together with it. */
  siblings?: readonly { no: string; itemName: string }[]
}

/** One matter as its applicant reads it: what is asked of me, where it stands, by when, what I may take away. */
export function CasePage({
  visit,
  detail,
  rating,
  received = false,
  corrected = false,
  kept = false,
  siblings = [],
}: CasePageProps): VNode {
  const { summary } = detail
  // Once it is over, what may be taken away comes before the way it went.
  const over = detail.steps.every(({ state }) => state === 'done')
  // What has to be put right stands before any thanks.
  const inDoubt = ['rectifying', 'check-failed', 'revoking', 'revoked'].includes(summary.state)
  return (
    <Layout
      visit={visit}
      title={`${summary.itemName}，${summary.stateText}`}
      trail={mattersTrail}
      shell={{ current: 'matters' }}
    >
      <PageHeading title={summary.itemName}>
        <p class="case-standing">
          <StatusTag tone={tone(summary)}>{summary.stateText}</StatusTag>
          <span>
            办件编号 <span class="figures">{groupedNumber(summary.no)}</span>
          </span>
        </p>
      </PageHeading>
      {received && <Received detail={detail} />}
      {corrected && <Corrected detail={detail} />}
      {kept && <Kept detail={detail} />}
      {inDoubt && <AfterCheck detail={detail} />}
      {summary.stands !== undefined && <p class="case-stands">{summary.stands}</p>}
      <Supplied detail={detail} />
      <Asked detail={detail} {...(rating === undefined ? {} : { rating })} />
      <StandingStill detail={detail} />
      <Outcome detail={detail} />
      <Parts parts={detail.parts.filter(inTheOpen)} />
      {!inDoubt && <AfterCheck detail={detail} />}
      {!over && <Course detail={detail} />}
      <FurtherActs detail={detail} />
      <FiledTogether siblings={siblings} />
      <Posting detail={detail} />
      <Papers papers={detail.papers} />
      {over && <Course detail={detail} />}
      <section class="case-section" aria-labelledby="details">
        <h2 id="details">详细情况</h2>
        <Parts parts={detail.parts.filter((part) => !inTheOpen(part))} folded />
        <Story detail={detail} />
        <PromiseMade detail={detail} />
        <Handed detail={detail} />
        <CaseMaterials detail={detail} />
      </section>
      <Withdrawal detail={detail} />
    </Layout>
  )
}

/** The way it goes and the days it owes. */
function Course({ detail }: { detail: CaseDetail }): VNode {
  return (
    <div class="case-columns">
      <section aria-labelledby="standing">
        <h2 id="standing">办到哪一步了</h2>
        <StepList steps={detail.steps} />
      </section>
      <Clocks detail={detail} />
    </div>
  )
}

/** The last entry is the news; the whole story is read once, if at all. */
function Story({ detail: { story } }: { detail: CaseDetail }): VNode {
  const last = story.at(-1)
  return (
    <Disclosure summary={`办理经过（${story.length}条）${last === undefined ? '' : `，最近：${last.text}`}`}>
      <Timeline entries={story} />
    </Disclosure>
  )
}

/** Where no decision of this body is the end of it, the block that says how it ended stands in its place. */
/** How it ended, and what the applicant may choose: neither is looked for under the details. */
const inTheOpen = ({ key }: CaseDetail['parts'][number]): boolean =>
  ['forwarded', 'termination', 'newer-version'].includes(key)

/** Back to what was applied for in one go. */
function FiledTogether({
  siblings,
}: {
  siblings: readonly { no: string; itemName: string }[]
}): VNode | null {
  if (siblings.length === 0) return null
  return (
    <p>
      同时申请的：
      {siblings.map(({ no, itemName }, at) => (
        <>
          {at > 0 && '、'}
          <a href={`/my/cases/${no}`}>{itemName}</a>
        </>
      ))}
    </p>
  )
}

/** What is needed of the applicant now; most of the time: nothing, and that is said. */
function Asked({ detail, rating }: { detail: CaseDetail; rating?: RatingView }): VNode | null {
  const { no } = detail.summary
  if (detail.supplement?.open) return <AskedPapers no={no} notice={detail.supplement} />
  const waiting = offeredActs(detail).filter(({ tone }) => tone === 'primary')
  if (waiting.length > 0) return <WaitsForYou no={no} acts={waiting} />
  if (rating?.open) {
    return (
      <NoticeBox tone="good" title="这件事办完了，办得怎么样？">
        <ButtonRow>
          <LinkButton href={`/my/cases/${no}/rating`}>评一评</LinkButton>
        </ButtonRow>
      </NoticeBox>
    )
  }
  if (rating?.given) {
    return (
      <>
        <p class="case-rated">
          您的评价：
          <StarsGiven stars={starsOf(rating.given.stars)} />
        </p>
        {rating.followUp && <FollowedUp followUp={rating.followUp} />}
      </>
    )
  }
  if (stillMissing(detail).length > 0) return <StillMissing detail={detail} />
  const hasSupplied = detail.summary.state === 'received' && detail.supplement?.supplied !== undefined
  return detail.clocks.some((clock) => clock.state !== 'ended') ? (
    <p class="case-nothing">
      {hasSupplied ? '' : '现在不需要您做什么。'}有变化会在这里写明。
      {mayDoMore(detail) && <a href="#further-acts">看看您还可以做什么</a>}
    </p>
  ) : null
}

/** Something only the applicant can do now. */
function WaitsForYou({ no, acts }: { no: string; acts: CaseDetail['allowed'] }): VNode {
  return (
    <NoticeBox tone="warn" title={acts.length === 1 ? `需要您：${acts[0]!.title}` : '有几件事需要您办'}>
      {acts.map((act) => (
        <WhatFor key={act.act} act={act} />
      ))}
      <ButtonRow>
        {acts.map(({ act, title }) => (
          <LinkButton key={act} href={actPath(no, act)}>
            {title}
          </LinkButton>
        ))}
      </ButtonRow>
    </NoticeBox>
  )
}

/** Which papers, by which day, and how it may be done: all of it before anything is pressed. */
function WhatFor({ act: { help, papers = [], until } }: { act: CaseDetail['allowed'][number] }): VNode {
  return (
    <>
      {papers.length > 0 && (
        <ul>
          {papers.map(({ material, name, problem }) => (
            <li key={material}>{`${name}：${problem}`}</li>
          ))}
        </ul>
      )}
      {(until !== undefined || help !== undefined) && (
        <p>{`${until === undefined ? '' : `最晚${longDay(until)}。`}${help ?? ''}`}</p>
      )}
    </>
  )
}

/** What became of a poor rating; the answer is for the rater and nobody else reads it here. */
function FollowedUp({ followUp }: { followUp: NonNullable<RatingView['followUp']> }): VNode {
  const { text, answer, answeredOn } = followUp
  return (
    <NoticeBox tone="plain" title="评价的处理情况">
      <p>{text}</p>
      {answer !== undefined && (
        <p>{`${answeredOn === undefined ? '' : `${day(answeredOn)}`}答复：${answer}`}</p>
      )}
    </NoticeBox>
  )
}

function starsOf(stars: number): 1 | 2 | 3 | 4 | 5 {
  return Math.min(5, Math.max(1, Math.round(stars))) as 1 | 2 | 3 | 4 | 5
}

function Outcome({ detail }: { detail: CaseDetail }): VNode | null {
  const { decision } = detail
  if (!decision) return null
  return decision.result === 'granted' ? (
    <NoticeBox tone="good" title="准予办理">
      <p>{`${day(decision.day)}作出决定。${decision.reason}`}</p>
    </NoticeBox>
  ) : (
    <NoticeBox tone="bad" title="没有批准">
      <p>{`${day(decision.day)}作出决定。理由：${decision.reason}`}</p>
      <p>
        不服这个决定，可以申请行政复议或者提起行政诉讼，期限和地方写在决定书和
        <a href={`/items/${detail.summary.itemId}#ask`}>办事指南</a>里。
      </p>
    </NoticeBox>
  )
}

/** Why nothing is counted now, where everybody looks first; each limit says it again for itself. */
function StandingStill({ detail: { summary } }: { detail: CaseDetail }): VNode | null {
  if (summary.paused === undefined) return null
  return (
    <NoticeBox title="办理时间暂停计算">
      <p>{pausedSentence(summary.paused)}</p>
    </NoticeBox>
  )
}

function Handed({ detail }: { detail: CaseDetail }): VNode {
  const { summary, applicant } = detail
  return (
    <Disclosure summary="申请的内容">
      <SummaryList
        rows={[
          {
            label: '申请人',
            content: `${applicant.name}，${applicant.idKind}${applicant.idNumber}，电话${applicant.phone}`,
          },
          { label: '收材料的地方', content: summary.acceptPlace },
          { label: '决定机关', content: summary.decidingBody },
          { label: '怎样拿结果', content: `${deliveryWords[detail.deliveryMode]}${postWords(detail)}` },
          {
            label: '办事指南',
            content: (
              <a
                href={`/items/${summary.itemId}`}
              >{`${summary.itemName}（按第${detail.itemVersion}版办理）`}</a>
            ),
          },
          ...detail.form.map((line) => ({ label: line.label, content: line.text })),
        ]}
      />
    </Disclosure>
  )
}

function Withdrawal({ detail }: { detail: CaseDetail }): VNode | null {
  if (!detail.allowed.some((act) => act.act === 'withdraw')) return null
  return (
    <p class="case-withdraw no-print">
      不想办了？<a href={`/my/cases/${detail.summary.no}/withdraw`}>撤回这次申请</a>
    </p>
  )
}
