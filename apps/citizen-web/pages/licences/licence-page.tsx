import type { VNode } from 'preact'
import type { LicenceDetail } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  LinkButton,
  LinkList,
  NoticeBox,
  PageHeading,
  StatusTag,
  SummaryList,
  Timeline,
} from '#ui/components/index.ts'
import { dayOf, longDay } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { Parts } from '../case/parts.tsx'
import { licenceActPath } from './act-page.tsx'
import { licencePath, licenceTone, SOON_DAYS, validitySentence } from './page.tsx'

interface LicenceProps {
  visit: Visit
  detail: LicenceDetail
}

/** One licence: until when it holds, what its holder may ask for, and what has happened to it. */
export function LicencePage({ visit, detail }: LicenceProps): VNode {
  const { summary, story, parts } = detail
  return (
    <Layout
      visit={visit}
      title={summary.name}
      trail={[...mattersTrail, { text: '我的证照', href: '/my/licences' }]}
      shell={{ current: 'matters' }}
    >
      <PageHeading title={summary.name} over={summary.itemName}>
        <p>
          <StatusTag tone={licenceTone(summary)}>{summary.stateText}</StatusTag>
        </p>
        <p>{validitySentence(summary)}</p>
      </PageHeading>
      <SummaryList rows={particulars(detail)} />
      <Parts parts={parts} />
      <Offered detail={detail} />
      <Applications visit={visit} detail={detail} />
      <Papers detail={detail} />
      <section class="case-section" aria-labelledby="licence-story">
        <h2 id="licence-story">经过</h2>
        <Timeline entries={story} />
      </section>
    </Layout>
  )
}

function particulars({ summary, cases }: LicenceDetail) {
  return [
    { label: '证照编号', content: summary.number },
    { label: '发证机关', content: summary.body },
    { label: '发证日期', content: longDay(summary.grantedOn) },
    ...(summary.validUntil === undefined
      ? []
      : [{ label: '有效期至', content: longDay(summary.validUntil) }]),
    {
      label: '有关办件',
      content: cases.map(({ no, text }) => (
        <p key={no}>
          <a href={`/my/cases/${no}`}>{text}</a>
        </p>
      )),
    },
  ]
}

/** What the holder may say right now, with its last day: it comes before anything they may ask for some day. */
function Offered({ detail: { summary, allowed } }: Pick<LicenceProps, 'detail'>): VNode | null {
  if (allowed.length === 0) return null
  return (
    <section class="case-section" aria-labelledby="licence-acts">
      <h2 id="licence-acts">发证机关等您的意见</h2>
      {allowed.map(({ act, title, help, until }) => (
        <div key={act} class="stack">
          <p>{`${until === undefined ? '' : `最晚${longDay(until)}。`}${help ?? ''}`}</p>
          <ButtonRow>
            <LinkButton href={licenceActPath(summary.number, act)}>{title}</LinkButton>
          </ButtonRow>
        </div>
      ))}
    </section>
  )
}

/** What may be asked for stands with its button; what may not, with the reason. */
function Applications({ visit, detail: { summary, applications } }: LicenceProps): VNode | null {
  if (applications.length === 0) return null
  return (
    <section class="case-section" aria-labelledby="licence-applications">
      <h2 id="licence-applications">您可以办</h2>
      <div class="stack">
        {inOrder(summary, applications).map(({ kind, title, hint, notNow }) =>
          notNow === undefined ? (
            <form method="post" action={`${licencePath(summary.number)}/${kind}`} key={kind} class="stack">
              <CsrfField visit={visit} />
              <p>{hint}</p>
              <p>
                <Button tone={kind === 'cancel' ? 'normal' : 'primary'}>{`申请${title}`}</Button>
              </p>
            </form>
          ) : (
            <NoticeBox title={title} key={kind}>
              <p>{notNow}</p>
            </NoticeBox>
          ),
        )}
      </div>
    </section>
  )
}

/** While a licence runs out, renewing it is what its holder came for. */
function inOrder({ daysLeft }: LicenceDetail['summary'], applications: LicenceDetail['applications']) {
  const soon = daysLeft !== undefined && daysLeft <= SOON_DAYS
  return soon
    ? applications.toSorted((one, other) => Number(other.kind === 'renew') - Number(one.kind === 'renew'))
    : applications
}

function Papers({ detail: { papers } }: Pick<LicenceProps, 'detail'>): VNode | null {
  if (papers.length === 0) return null
  return (
    <section class="case-section" aria-labelledby="licence-papers">
      <h2 id="licence-papers">文书</h2>
      <LinkList
        lines={papers.map(({ url, title, number, at }) => ({
          ...{ href: url, text: title, aside: longDay(dayOf(at)) },
          ...(number === undefined ? {} : { note: number }),
        }))}
      />
    </section>
  )
}
