import type { VNode } from 'preact'
import type { FoundItem } from '#capabilities/portal/contract.ts'
import { EmptyState, PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { ItemList } from '../search/item-list.tsx'

export interface GroupProps {
  visit: Visit
  /** 开个店: what happens in a life or a business; 市场准入: a domain of the catalogue. */
  title: string
  kind: 'scene' | 'domain'
  items: readonly FoundItem[]
  /** Where several of them are asked for at once; nothing where fewer than two can be had online. */
  together?: string
}

/** Everything that belongs together, in one list. */
export function GroupPage({ visit, title, kind, items, together }: GroupProps): VNode {
  return (
    <Layout
      visit={visit}
      title={kind === 'domain' ? `${title}的事项` : title}
      trail={homeTrail}
      shell={{ current: 'home' }}
    >
      <PageHeading title={title} over={kind === 'domain' ? '事项领域' : `${items.length}项`} />
      {items.length === 0 ? (
        <EmptyState title="这里的事项还没有公布">
          <p>
            可以先拨打 12345 咨询，或者<a href="/#domains">看看别的领域</a>。
          </p>
        </EmptyState>
      ) : (
        <>
          {together !== undefined && (
            <p>
              <a href={together}>几件事一起办：只填一张表，同样的材料只交一份</a>
            </p>
          )}
          <ItemList items={items} />
        </>
      )}
    </Layout>
  )
}
