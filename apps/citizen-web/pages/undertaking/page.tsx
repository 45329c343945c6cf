import type { VNode } from 'preact'
import type { UndertakingGuideView } from '#capabilities/portal/contract.ts'
import { Disclosure, PageHeading, SummaryList } from '#ui/components/index.ts'
import { FlowChart, FlowList } from '#ui/chart/flow-chart.tsx'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { UndertakingSteps } from '../guide/undertaking.tsx'

/** 一件事办事指南: whom it is for, in which order, what each step asks, and what one has in the end. */
export function UndertakingPage({ visit, view }: { visit: Visit; view: UndertakingGuideView }): VNode {
  const { title, who, result, notes, items, flow } = view
  return (
    <Layout visit={visit} title={`${title}办事指南`} trail={homeTrail} shell={{ current: 'home' }}>
      <PageHeading title={title} over="一件事办事指南">
        <p>{`适合：${who}。`}</p>
      </PageHeading>
      <section class="guide-section" aria-labelledby="order">
        <h2 id="order">先办哪样，再办哪样</h2>
        <UndertakingSteps undertaking={view} />
        <p class="guide-big">{`办好以后：${result}`}</p>
        {notes.length > 0 && (
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <Disclosure summary="办理流程图">
          <div class="guide-part stack">
            <FlowChart flow={flow} title={`${title}办理流程图`} />
            <FlowList flow={flow} />
          </div>
        </Disclosure>
      </section>
      {items.map((item) => (
        <section key={item.id} class="case-section" aria-labelledby={item.id}>
          <h2 id={item.id}>{item.name}</h2>
          <SummaryList
            rows={[
              { label: '多久办完', content: item.limit },
              { label: '收费', content: item.fee },
              {
                label: '要准备的材料',
                content: item.materials.length === 0 ? '不用另外准备' : item.materials.join('、'),
              },
            ]}
          />
          <p class="no-print">
            <a href={`/items/${item.id}`}>{item.online ? '看办事指南、网上申请' : '看办事指南'}</a>
          </p>
        </section>
      ))}
    </Layout>
  )
}
