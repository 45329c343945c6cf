import type { VNode } from 'preact'
import type { ItemSummary } from '#capabilities/portal/contract.ts'
import { EmptyState, PageHeading, Paging, SearchBox } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { ItemList } from './item-list.tsx'

export interface SearchPageProps {
  visit: Visit
  words: string
  items: readonly ItemSummary[]
  nextCursor?: string
  later?: boolean
}

export function SearchPage({ visit, words, items, nextCursor, later = false }: SearchPageProps): VNode {
  const base = `/search?q=${encodeURIComponent(words)}`
  const title = words === '' ? '查找事项' : `“${words}”的查找结果`
  return (
    <Layout visit={visit} title={title} trail={homeTrail} shell={{ searchInHeader: false, current: 'home' }}>
      <PageHeading title={title} />
      <div class="search-again">
        <SearchBox size="small" value={words} id="search-again" label="换个说法再找" />
      </div>
      {items.length === 0 ? (
        <NothingFound words={words} />
      ) : (
        <>
          <ItemList items={items} />
          <Paging
            what="事项"
            {...(later ? { first: base } : {})}
            {...(nextCursor === undefined
              ? {}
              : { next: `${base}&cursor=${encodeURIComponent(nextCursor)}` })}
          />
        </>
      )}
    </Layout>
  )
}

function NothingFound({ words }: { words: string }): VNode {
  return (
    <EmptyState title={words === '' ? '请说说您要办的事' : '没有找到合适的事项'}>
      <p>可以换个说法，比如不说“证件名称”，只说要做的事：“开饭店”“盖房子”“看病报销”。</p>
      <p>
        也可以<a href="/#domains">按领域一项一项看</a>，或者拨打 12345，说清楚情况，请人帮您找。
      </p>
    </EmptyState>
  )
}
