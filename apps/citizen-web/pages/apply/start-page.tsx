import type { VNode } from 'preact'
import type { GuideView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, LinkButton, PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { necessity } from '../guide/materials.ts'

/** Before the first question: what to have at hand, so that nobody gets stuck half-way. */
export function StartPage({ visit, view }: { visit: Visit; view: GuideView }): VNode {
  const { item } = view
  const papers = item.materials.filter((material) => !material.fromForm && !material.shared)
  const to = `/items/${item.id}/apply`
  return (
    <Layout
      visit={visit}
      title={`网上申请${item.name}`}
      trail={[...homeTrail, { text: item.name, href: `/items/${item.id}` }]}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title="开始申请" over={item.name}>
        <p>
          {item.process.commitment === undefined
            ? '一共四步：选在哪办、填表、交材料、核对提交。填到一半可以保存，下次接着填。'
            : '先选在哪办、填表，再选办理方式、交材料，最后核对提交。填到一半可以保存，下次接着填。'}
        </p>
      </PageHeading>
      <h2>先准备好这些</h2>
      <ul class="start-papers">
        {papers.map((material) => (
          <li key={material.id}>
            {material.name}
            {necessity(material) !== '' && <span class="muted">{`（${necessity(material)}）`}</span>}
          </li>
        ))}
      </ul>
      {papers.length > 0 && <p>手边缺一两样也能先申请：缺的以后补，窗口会一次告诉您还缺什么，补齐才受理。</p>}
      <p>用手机拍清楚就行：四个角都在照片里，字能看清，不反光。</p>
      {visit.visitor.citizen ? (
        <form method="post" action={to}>
          <CsrfField visit={visit} />
          <ButtonRow>
            <Button>开始填写</Button>
          </ButtonRow>
        </form>
      ) : (
        <ButtonRow>
          <LinkButton href={`/sign-in?to=${encodeURIComponent(to)}`}>先登录</LinkButton>
          <LinkButton href={`/register?to=${encodeURIComponent(to)}`} tone="normal">
            第一次来，注册
          </LinkButton>
        </ButtonRow>
      )}
    </Layout>
  )
}
