import type { VNode } from 'preact'
import type { GuideView } from '#capabilities/portal/contract.ts'
import { ButtonRow, LinkButton, PageHeading, PrintArea } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { Afterwards } from './lifecycle.tsx'
import { Answers } from './answers.tsx'
import { Particulars } from './particulars.tsx'
import { PromiseWay } from './promise.tsx'

/** The five answers people come for, then everything a guide must say (GB/T 36114, 26 elements). */
export function GuidePage({ visit, view }: { visit: Visit; view: GuideView }): VNode {
  const { item } = view
  const trail = [...homeTrail, { text: view.domainTitle, href: `/domains/${item.domain}` }]
  return (
    <Layout visit={visit} title={`${item.name}办事指南`} trail={trail} shell={{ current: 'home' }}>
      <PageHeading title={item.name} over={`${view.itemTypeTitle}，由${view.decidingBodyName}决定`}>
        <p>{item.summary}</p>
      </PageHeading>
      <ButtonRow>
        {view.onlineFiling && <LinkButton href={`/items/${item.id}/apply`}>网上申请</LinkButton>}
        <LinkButton href="#where" tone="normal">
          看去哪里办
        </LinkButton>
      </ButtonRow>
      <Answers view={view} />
      <PromiseWay item={item} />
      <Afterwards item={item} />
      <Particulars view={view} />
      <section class="guide-section no-print" aria-labelledby="take-along">
        <h2 id="take-along">带走这份指南</h2>
        <PrintArea
          papers={[
            { text: '下载打印版（PDF）', href: view.pdfUrl },
            { text: '一次性告知单（一页，PDF）', href: view.noticeUrl },
          ]}
        />
      </section>
    </Layout>
  )
}
