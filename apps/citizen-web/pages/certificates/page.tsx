import type { VNode } from 'preact'
import type { CertificateKinds } from '#capabilities/portal/contract.ts'
import { EmptyState, LinkButton, NoticeBox, PageHeading, SummaryList } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'

export const askPath = (type: string): string => `/certificates/ask?type=${encodeURIComponent(type)}`

/** What villages certify and by which law; and what nobody may send a person to them for. */
export function CertificatesPage({ visit, kinds, never }: { visit: Visit } & CertificateKinds): VNode {
  return (
    <Layout visit={visit} title="开证明" trail={homeTrail}>
      <PageHeading title="村（社区）能开哪些证明">
        <p>只有下面这些有法律、法规依据，村（社区）便民服务站才开。开证明不收钱。</p>
      </PageHeading>
      {kinds.length === 0 && (
        <EmptyState title="本县（区）还没有公布清单">
          <p>清单公布以前，村（社区）不开证明。谁要您交证明，请他说明依据。</p>
        </EmptyState>
      )}
      <ul class="case-list">
        {kinds.map(({ type, name, basis, states, online }) => (
          <li key={type}>
            <div class="case-line-head">
              <h2>{name}</h2>
            </div>
            <SummaryList
              rows={[
                { label: '依据', content: basis },
                { label: '证明什么', content: states },
                {
                  label: '怎么申请',
                  content: online ? '网上申请，或者到便民服务站' : '本人带身份证到便民服务站',
                },
              ]}
            />
            {online && (
              <p>
                <LinkButton href={askPath(type)}>{`申请${name}`}</LinkButton>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/my/certificates">看我申请过的证明</a>
      </p>
      <Never never={never} />
    </Layout>
  )
}

function Never({ never }: Pick<CertificateKinds, 'never'>): VNode {
  return (
    <section class="guide-section" aria-labelledby="never">
      <h2 id="never">{`这${never.length}种证明，村（社区）不开，谁也不能叫您去开`}</h2>
      <NoticeBox title="有人要您交这些证明？">
        <p>请他自己向下面写的单位核实，或者让他说明依据。说不通的，拨打 12345。</p>
      </NoticeBox>
      <SummaryList rows={never.map(({ name, instead }) => ({ label: name, content: `找${instead}` }))} />
      <p class="muted small">依据：民发〔2020〕20号附件。找哪个单位是提示，以该单位的答复为准。</p>
    </section>
  )
}
