import type { VNode } from 'preact'
import type { HearingNotice, PublicityNotice, PublicNotice } from '#capabilities/case/contract.ts'
import { ButtonRow, EmptyState, LinkButton, PageHeading, SummaryList } from '#ui/components/index.ts'
import { day } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { objectingPath } from '../objection/paths.ts'
import { headingOf } from './feed.ts'
import { narrowed, Narrowing, type Wanted } from './narrowed.tsx'

export interface PublicityProps {
  visit: Visit
  notices: readonly PublicNotice[]
  /** Ids of those that stand for the reader's own application. */
  own?: readonly string[]
  wanted?: Wanted
}

/** 公示公告: what is about to be decided and until when anybody may object, and the hearings anybody may attend. */
export function PublicityPage({ visit, notices, own = [], wanted = {} }: PublicityProps): VNode {
  const shown = narrowed(notices, wanted)
  return (
    <Layout visit={visit} title="公示公告" trail={homeTrail}>
      <PageHeading title="公示公告">
        <p>
          有些事项依法要先公示再决定。公示期内任何人都可以提出异议，不留姓名也行，办理机关为您保密。打印本页可以张贴。
        </p>
      </PageHeading>
      <Narrowing notices={notices} wanted={wanted} />
      {notices.length > 0 && shown.length === 0 && (
        <EmptyState title="没有符合条件的公示">
          <p>
            换一个条件，或者<a href="/publicity">看全部</a>。
          </p>
        </EmptyState>
      )}
      {notices.length === 0 ? (
        <EmptyState title="现在没有正在公示的内容">
          <p>
            公示期满的内容不再列出。想知道自己办的事到哪一步，可以<a href="/query">查办件进度</a>。
          </p>
        </EmptyState>
      ) : (
        shown.map((notice) => <Notice key={notice.id} notice={notice} own={own.includes(notice.id)} />)
      )}
      <section class="case-section" aria-labelledby="how-to-object">
        <h2 id="how-to-object">怎样提出异议</h2>
        <ul>
          <li>登录以后按每项公示下面的“提出异议”，当场有回执，核实结果在“我的办件”里看。</li>
          <li>也可以打公示上的电话，或者写信、当面告诉办理机关，到任一政务服务窗口登记；请说公示编号。</li>
          <li>说清楚哪一条、为什么不对。可以不留姓名；留下联系方式的，办理机关需要时会找您了解情况。</li>
          <li>办理机关核实全部异议以后才能作出决定。</li>
        </ul>
        <p class="no-print">
          <a href="/publicity.rss">订阅公示公告（RSS）</a>
        </p>
      </section>
    </Layout>
  )
}

function Notice({ notice, own }: { notice: PublicNotice; own: boolean }): VNode {
  const { id, number, body, applicant, town, basis, enquiryPhone, complaintPhone } = notice
  return (
    <section class="case-section" aria-labelledby={id}>
      <h2 id={id}>{headingOf(notice)}</h2>
      <SummaryList
        rows={[
          ...(notice.kind === 'publicity' ? publicityRows(notice) : hearingRows(notice)),
          {
            label: notice.kind === 'publicity' ? '公示编号' : '公告编号',
            content: <span class="figures">{number}</span>,
          },
          { label: '申请人', content: town === undefined ? applicant : `${applicant}，${town}` },
          { label: '办理机关', content: body },
          { label: '依据', content: basis },
          {
            label: notice.kind === 'publicity' ? '异议受理' : '咨询',
            content: `${enquiryPhone}；监督投诉${complaintPhone}`,
          },
        ]}
      />
      {notice.kind === 'publicity' && own && (
        <p class="no-print">
          这是您自己的申请，不用提异议。要补充说明的，请在<a href="/my">我的办件</a>里办，或者打上面的电话。
        </p>
      )}
      {notice.kind === 'publicity' && !own && (
        <ButtonRow>
          <LinkButton href={objectingPath(id)} tone="normal">
            提出异议
            <span class="visually-hidden">{`：${headingOf(notice)}`}</span>
          </LinkButton>
        </ButtonRow>
      )}
    </section>
  )
}

const publicityRows = ({ text, where, from, until }: PublicityNotice) => [
  { label: '公示内容', content: text },
  { label: '公示期', content: `${day(from)}至${day(until)}` },
  { label: '公示地点', content: where },
]

const hearingRows = ({ day: held, time, place }: HearingNotice) => [
  { label: '听证时间', content: `${day(held)} ${time}` },
  { label: '听证地点', content: `${place}，公开举行，可以旁听` },
]
