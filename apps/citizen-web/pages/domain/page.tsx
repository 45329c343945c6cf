import type { VNode } from 'preact'
import type { FoundItem } from '#capabilities/portal/contract.ts'
import { EmptyState, PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { ItemList } from '../search/item-list.tsx'

export function DomainPage({
  visit,
  title,
  items,
}: {
  visit: Visit
  title: string
  items: readonly FoundItem[]
}): VNode {
  return (
    <Layout visit={visit} title={`${title}的事项`} trail={homeTrail} shell={{ current: 'home' }}>
      <PageHeading title={title} over="事项领域" />
      {items.length === 0 ? (
        <EmptyState title="这个领域的事项还没有公布">
          <p>
            可以先拨打 12345 咨询，或者<a href="/#domains">看看别的领域</a>。
          </p>
        </EmptyState>
      ) : (
        <ItemList items={items} />
      )}
    </Layout>
  )
}
