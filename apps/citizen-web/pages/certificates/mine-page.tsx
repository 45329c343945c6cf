import type { VNode } from 'preact'
import type { CertificateRow, CertificateView } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  EmptyState,
  LinkButton,
  NoticeBox,
  PageHeading,
  StatusTag,
  SummaryList,
  Timeline,
  type TagTone,
} from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { MyTabs } from '../../my-tabs.tsx'
import { Phone } from '../../phone.tsx'

export const certificatePath = (id: string): string => `/my/certificates/${encodeURIComponent(id)}`

/** What I asked a village to certify, the newest first. */
export function MyCertificatesPage({
  visit,
  items,
}: {
  visit: Visit
  items: readonly CertificateRow[]
}): VNode {
  return (
    <Layout visit={visit} title="我的证明" trail={mattersTrail} shell={{ current: 'matters' }}>
      <PageHeading title="我的证明" />
      <MyTabs at="/my/certificates" />
      {items.length === 0 ? (
        <EmptyState title="您还没有申请过证明">
          <p>在网上或者便民服务站申请的证明，会出现在这一页。</p>
          <ButtonRow>
            <LinkButton href="/certificates">看能开哪些证明</LinkButton>
          </ButtonRow>
        </EmptyState>
      ) : (
        <ul class="case-list">
          {items.map((row) => (
            <li key={row.id}>
              <div class="case-line-head">
                <h2>
                  <a href={certificatePath(row.id)}>{row.typeName}</a>
                </h2>
                <StatusTag tone={TONES[row.standing]}>{row.stateText}</StatusTag>
              </div>
              <p>{standsText(row)}</p>
              <p class="muted small">{`${row.placeName}，${row.purpose}`}</p>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <p class="form-start">
          <a href="/certificates">再申请一种证明，看能开哪些</a>
        </p>
      )}
    </Layout>
  )
}

const TONES: Readonly<Record<CertificateRow['standing'], TagTone>> = {
  ...{
    asked: 'strong',
    checked: 'strong',
    issued: 'good',
    declined: 'warn',
    withdrawn: 'plain',
    void: 'warn',
  },
}

function standsText({ standing, dueDay, late, no, askedOn }: CertificateRow): string {
  if (standing === 'issued') return `编号${no ?? ''}，可以带身份证去取`
  if (dueDay === undefined) return `${longDay(askedOn)}申请`
  return late
    ? `应该在${longDay(dueDay)}前答复，已经晚了，您可以打电话催`
    : `${longDay(askedOn)}申请，最晚${longDay(dueDay)}答复`
}

/** One of them: how far it is, where to fetch it, and how anybody sees that it is genuine. */
export function MyCertificatePage({
  visit,
  view,
  requestId,
}: {
  visit: Visit
  view: CertificateView
  requestId: string
}): VNode {
  const { row, place, story, withdrawable, code } = view
  return (
    <Layout
      visit={visit}
      title={row.typeName}
      trail={[...mattersTrail, { text: '我的证明', href: '/my/certificates' }]}
      shell={{ current: 'matters' }}
    >
      <PageHeading title={row.typeName}>
        <p>
          <StatusTag tone={TONES[row.standing]}>{row.stateText}</StatusTag>
        </p>
        <p>{standsText(row)}</p>
      </PageHeading>
      <SummaryList
        rows={[
          ...(row.no === undefined ? [] : [{ label: '编号', content: row.no }]),
          { label: '用途', content: row.purpose },
          { label: '依据', content: row.basis },
          { label: row.standing === 'issued' ? '到哪里取' : '找谁问', content: <Where place={place} /> },
        ]}
      />
      {code !== undefined && row.standing === 'issued' && (
        <NoticeBox title="别人怎么知道它是真的">
          <p>
            扫证明上的二维码，或者在<a href={`/verify/${code}`}>查验页面</a>输入核验码
            <strong class="figures">{code}</strong>。证明丢了，请到便民服务站挂失补发。
          </p>
        </NoticeBox>
      )}
      {withdrawable && (
        <form method="post" action={`${certificatePath(row.id)}/withdraw`} class="stack">
          <CsrfField visit={visit} />
          <input type="hidden" name="requestId" value={requestId} />
          <ButtonRow>
            <Button tone="normal">不要了，撤回申请</Button>
          </ButtonRow>
        </form>
      )}
      <section class="case-section" aria-labelledby="certificate-story">
        <h2 id="certificate-story">经过</h2>
        <Timeline entries={story} />
      </section>
    </Layout>
  )
}

function Where({ place: { name, address, phone } }: Pick<CertificateView, 'place'>): VNode {
  return (
    <>
      <p>{name}</p>
      <p>{address}</p>
      <p>
        电话 <Phone number={phone} />
      </p>
    </>
  )
}
