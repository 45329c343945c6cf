import type { VNode } from 'preact'
import type { FoundItem } from '#capabilities/portal/contract.ts'
import { PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { ItemList } from '../search/item-list.tsx'

/** Everything that belongs to one thing that happens in a life or a business. */
export function ScenePage({
  visit,
  title,
  items,
}: {
  visit: Visit
  title: string
  items: readonly FoundItem[]
}): VNode {
  return (
    <Layout visit={visit} title={title} trail={homeTrail} shell={{ current: 'home' }}>
      <PageHeading title={title} over={`${items.length}项`} />
      <ItemList items={items} />
    </Layout>
  )
}
