import type { VNode } from 'preact'
import type { ServedArea } from '#platform/http/area.ts'
import { PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'

/** A plain list of links: choosing is following one, and the server remembers it. */
export function AreasPage({
  visit,
  here,
  areas,
}: {
  visit: Visit
  here: string
  areas: readonly ServedArea[]
}): VNode {
  const current = areas.find(({ code }) => code === here)
  return (
    <Layout visit={visit} title="换地区" trail={homeTrail} shell={{ current: 'areas' }}>
      <PageHeading title="您要在哪里办事？">
        <p>{`您现在看的是${current?.name ?? ''}。事项、窗口和时限各地不同，请选您要去办事的地方。`}</p>
      </PageHeading>
      <ul class="area-list">
        {areas.map(({ code, name }) => (
          <li key={code}>
            <a class="area-choice" href={`/?area=${code}`} aria-current={code === here ? 'true' : undefined}>
              <span class="area-name">{name}</span>
              {code === here && <span class="area-here">现在看的</span>}
            </a>
          </li>
        ))}
      </ul>
      <p class="muted">
        已经提交的办件不受影响，在“我的办件”里都能看到。没有提交的申请和领到的证照，换回原来的地区再看。
      </p>
    </Layout>
  )
}
