import type { VNode } from 'preact'
import type { CaseSummary, DraftLine, LicenceSummary, ObjectionView } from '#capabilities/portal/contract.ts'
import {
  ButtonRow,
  EmptyState,
  LinkButton,
  LinkList,
  NoticeBox,
  PageHeading,
  Paging,
  StatusTag,
  waitingFor,
  type LinkLine,
  type TagTone,
} from '#ui/components/index.ts'
import { dayOf, longDay, moment, shortDay } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { MyTabs } from '../../my-tabs.tsx'
import { actPath } from '../act/path.ts'
import { draftPath } from '../apply/progress.ts'
import { licencePath } from '../licences/page.tsx'
import { Objections } from '../objection/receipt-page.tsx'

export interface MattersProps {
  visit: Visit
  cases: readonly CaseSummary[]
  drafts: readonly DraftLine[]
  /** Licences that run out soon. */
  licences?: readonly LicenceSummary[]
  /** What one has said against publicities (公示异议). */
  objections?: readonly ObjectionView[]
  nextCursor?: string
  later?: boolean
}

export function MattersPage({
  visit,
  cases,
  drafts,
  licences = [],
  objections = [],
  nextCursor,
  later = false,
}: MattersProps): VNode {
  return (
    <Layout visit={visit} title="我的办件" trail={homeTrail} shell={{ current: 'matters' }}>
      <PageHeading title="我的办件" />
      <MyTabs at="/my" />
      <RunningOut licences={licences} />
      {cases.length === 0 && drafts.length === 0 && <Nothing />}
      <Cases id="asked" title="等您办的" cases={cases.filter(isAsked)} />
      {drafts.length > 0 && (
        <section class="matters-drafts" aria-labelledby="drafts">
          <h2 id="drafts">还没有提交的草稿</h2>
          <LinkList lines={drafts.map(draftLine)} />
        </section>
      )}
      <Cases id="open" title="正在办的" cases={cases.filter((one) => !isAsked(one) && !isOver(one))} />
      <Cases id="over" title="已经结束的" cases={cases.filter((one) => !isAsked(one) && isOver(one))} />
      <Paging
        what="办件"
        {...(later ? { first: '/my' } : {})}
        {...(nextCursor === undefined ? {} : { next: `/my?cursor=${encodeURIComponent(nextCursor)}` })}
      />
      <Objections objections={objections} />
    </Layout>
  )
}

/** A licence that runs out is worth more than a line at the foot of the page; what is being renewed already is left out. */
function RunningOut({ licences }: { licences: readonly LicenceSummary[] }): VNode | null {
  const soon = licences.filter(({ state, application }) => state === 'valid' && application?.kind !== 'renew')
  if (soon.length === 0) return null
  return (
    <NoticeBox tone="warn" title="证照快到期了">
      <ul class="plain-list">
        {soon.map(({ number, name, validUntil = '', daysLeft = 0 }) => (
          <li key={number}>
            {`${name}还有${daysLeft}天到期，有效期至${longDay(validUntil)}。`}
            <a href={licencePath(number)}>看最晚哪天申请延续</a>
          </li>
        ))}
      </ul>
    </NoticeBox>
  )
}

function draftLine({ id, itemName, savedAt, savedBy, atCounter }: DraftLine): LinkLine {
  if (atCounter !== undefined)
    return {
      href: `/apply/${id}/counter`,
      text: `窗口正在办：${itemName}`,
      aside: `${moment(savedAt)}保存`,
      note: `${atCounter}的窗口正在接着办，想自己填的可以拿回来。`,
    }
  return {
    href: draftPath(id),
    text: `接着填：${itemName}`,
    aside: `${moment(savedAt)}保存`,
    ...(savedBy === undefined ? {} : { note: `窗口代您保存（${savedBy}），请核对后接着填。` }),
  }
}

function Nothing(): VNode {
  return (
    <EmptyState title="您还没有在这里办过事">
      <p>在网上申请的、在窗口用您的身份证办的，都会出现在这里。</p>
      <ButtonRow>
        <LinkButton href="/">去找要办的事</LinkButton>
      </ButtonRow>
    </EmptyState>
  )
}

/** One group of matters; an empty one is not there. */
function Cases({
  id,
  title,
  cases,
}: {
  id: string
  title: string
  cases: readonly CaseSummary[]
}): VNode | null {
  if (cases.length === 0) return null
  return (
    <section class="matters-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="case-list">
        {cases.map((one) => (
          <li key={one.no}>
            <div class="case-line-head">
              <h3>
                <a href={`/my/cases/${one.no}`}>{one.itemName}</a>
              </h3>
              <StatusTag tone={tone(one)}>{one.stateText}</StatusTag>
              {one.asked !== undefined && one.state !== 'supplementing' && (
                <StatusTag tone="warn">等您办</StatusTag>
              )}
              {one.paused !== undefined && <StatusTag>暂停计时</StatusTag>}
            </div>
            <p>{standingSentence(one)}</p>
            <p class="muted small">
              {`${shortDay(dayOf(one.receivedAt))}申请，编号 `}
              <span class="figures">{groupedNumber(one.no)}</span>
            </p>
            <Lacking one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What lacks or has to be put right, and the way to hand it in, without opening the case first. */
function Lacking({ one }: { one: CaseSummary }): VNode | null {
  const { no, itemName, papersAsked = [], papersAgain = [], papersLacking = [] } = one
  const missing = [...papersLacking, ...papersAsked.filter((name) => !papersAgain.includes(name))]
  if (missing.length + papersAgain.length === 0) return null
  const asked = papersAsked.length > 0
  return (
    <>
      <Names says={`还缺${missing.length}样：`} names={missing} />
      <Names says={`${papersAgain.length}样要改或者重交：`} names={papersAgain} />
      <ButtonRow>
        <LinkButton
          href={asked ? `/my/cases/${no}/supplement` : actPath(no, 'add-paper')}
          tone={asked ? 'primary' : 'normal'}
        >
          {asked ? '去补材料' : '现在就交'}
          <span class="visually-hidden">{`：${itemName}`}</span>
        </LinkButton>
      </ButtonRow>
    </>
  )
}

function Names({ says, names }: { says: string; names: readonly string[] }): VNode | null {
  if (names.length === 0) return null
  return (
    <p>
      <strong>{says}</strong>
      {names.join('、')}
    </p>
  )
}

const FINISHED: ReadonlySet<CaseSummary['state']> = new Set([
  'closed',
  'not-accepted',
  'withdrawn',
  'lapsed',
  'returned',
  'terminated',
  'forwarded',
  'revoked',
])

const isAsked = ({ asked }: CaseSummary): boolean => asked !== undefined
const isOver = ({ state }: CaseSummary): boolean => FINISHED.has(state)

export function tone(one: CaseSummary): TagTone {
  if (one.state === 'supplementing') return 'warn'
  if (FINISHED.has(one.state)) return one.state === 'closed' ? 'good' : 'plain'
  return one.standing === 'late' ? 'bad' : 'strong'
}

/** Who has to do something now and by when, in one sentence, and why nothing is counted meanwhile. */
export function standingSentence({ stands = '', paused }: CaseSummary): string {
  return paused === undefined ? stands : `${stands}办理时间从${shortDay(paused[0]!.since)}起暂停计算。`
}

/** Why nothing is counted now, and how it goes on. */
export function pausedSentence(pauses: NonNullable<CaseSummary['paused']>): string {
  return `办理时间从${shortDay(pauses[0]!.since)}起暂停，${waitingFor(pauses)}，结束后接着算。`
}
