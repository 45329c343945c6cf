import type { VNode } from 'preact'
import type { LicenceSummary } from '#capabilities/portal/contract.ts'
import {
  ButtonRow,
  EmptyState,
  LinkButton,
  PageHeading,
  Paging,
  StatusTag,
  type TagTone,
} from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { Layout, mattersTrail } from '../../layout.tsx'
import { MyTabs } from '../../my-tabs.tsx'

export interface LicencesProps {
  visit: Visit
  licences: readonly LicenceSummary[]
  nextCursor?: string
  later?: boolean
}

/** What was granted and lives on: each licence with what it is worth today. */
export function LicencesPage({ visit, licences, nextCursor, later = false }: LicencesProps): VNode {
  return (
    <Layout visit={visit} title="我的证照" trail={mattersTrail} shell={{ current: 'matters' }}>
      <PageHeading title="我的证照" />
      <MyTabs at="/my/licences" />
      {licences.length === 0 ? <Nothing /> : <Licences licences={licences} />}
      <Paging
        what="证照"
        {...(later ? { first: '/my/licences' } : {})}
        {...(nextCursor === undefined
          ? {}
          : { next: `/my/licences?cursor=${encodeURIComponent(nextCursor)}` })}
      />
    </Layout>
  )
}

function Nothing(): VNode {
  return (
    <EmptyState title="您名下还没有证照">
      <p>在这里申请、准予以后发给您的证照，会出现在这一页。企业的证照请由企业到窗口查询。</p>
      <ButtonRow>
        <LinkButton href="/my">回到我的办件</LinkButton>
      </ButtonRow>
    </EmptyState>
  )
}

function Licences({ licences }: Pick<LicencesProps, 'licences'>): VNode {
  return (
    <ul class="case-list">
      {licences.map((one) => (
        <li key={one.number}>
          <div class="case-line-head">
            <h2>
              <a href={licencePath(one.number)}>{one.name}</a>
            </h2>
            <StatusTag tone={licenceTone(one)}>{one.stateText}</StatusTag>
          </div>
          <p>{validitySentence(one)}</p>
          <p class="muted small">{`编号 ${one.number}，${one.body}发证`}</p>
        </li>
      ))}
    </ul>
  )
}

export function licencePath(number: string): string {
  return `/my/licences/${encodeURIComponent(number)}`
}

/** People have a month to renew; the colour comes before that. */
export const SOON_DAYS = 90

export function licenceTone({ state, daysLeft }: LicenceSummary): TagTone {
  if (state !== 'valid') return state === 'expired' || state === 'ending' ? 'warn' : 'plain'
  return daysLeft !== undefined && daysLeft <= SOON_DAYS ? 'warn' : 'good'
}

/** Until when it holds, and what is under way, in one sentence. */
export function validitySentence({
  state,
  validUntil,
  daysLeft,
  application,
  stateText,
}: LicenceSummary): string {
  const doing = application === undefined ? '' : `${application.text}。`
  if (state !== 'valid' && state !== 'ending') {
    const since =
      state === 'expired' && validUntil !== undefined ? `，有效期到${longDay(validUntil)}为止` : ''
    return `${stateText}${since}，不能再使用。${doing}`
  }
  if (validUntil === undefined) return `没有写明有效期。${doing}`
  const left = daysLeft !== undefined && daysLeft >= 0 && daysLeft <= SOON_DAYS ? `，还有${daysLeft}天` : ''
  return `有效期至${longDay(validUntil)}${left}。${doing}`
}
