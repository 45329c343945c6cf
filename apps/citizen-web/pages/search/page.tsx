import type { VNode } from 'preact'
import type { FoundItem, UndertakingView } from '#capabilities/portal/contract.ts'
import { EmptyState, PageHeading, Paging, SearchBox } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { Phone } from '../../phone.tsx'
import { UndertakingSteps } from '../guide/undertaking.tsx'
import { ItemList } from './item-list.tsx'

export interface SearchPageProps {
  visit: Visit
  words: string
  items: readonly FoundItem[]
  nextCursor?: string
  /** What people say that looks most like words that found nothing. */
  near?: readonly string[]
  /** What the best of them is part of. */
  undertaking?: UndertakingView
  /** What happens in a life around the best of them. */
  scenes?: readonly { key: string; title: string; count: number }[]
  /** Not all of the words were read. */
  note?: string
  later?: boolean
}

export function SearchPage({
  visit,
  words,
  items,
  nextCursor,
  near = [],
  undertaking,
  scenes = [],
  note,
  later = false,
}: SearchPageProps): VNode {
  const base = `/search?q=${encodeURIComponent(words)}`
  const title = words === '' ? '查找事项' : `“${words}”的查找结果`
  return (
    <Layout visit={visit} title={title} trail={homeTrail} shell={{ searchInHeader: false, current: 'home' }}>
      <PageHeading title={title} />
      <div class="search-again">
        <SearchBox size="small" value={words} id="search-again" label="换个说法再找" />
      </div>
      {note !== undefined && <p class="muted">{note}</p>}
      {items.length === 0 ? (
        <NothingFound words={words} near={near} scenes={scenes} />
      ) : (
        <>
          {undertaking !== undefined && !later && <InOrder undertaking={undertaking} />}
          <ItemList items={items} />
          <Around title="同一类的事：" scenes={scenes} />
          {nextCursor === undefined && <NotAmongThem />}
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

/** Who opens a restaurant asks for one paper and needs two, of which one is either of a pair. */
function InOrder({ undertaking }: { undertaking: UndertakingView }): VNode {
  return (
    <section class="search-order" aria-labelledby="in-order">
      <h2 id="in-order">{`${undertaking.title}，按这个顺序办`}</h2>
      <UndertakingSteps undertaking={undertaking} />
    </section>
  )
}

type Scenes = NonNullable<SearchPageProps['scenes']>

/** Matters of the same kind, which need not be done together. */
function Around({ title, scenes }: { title: string; scenes: Scenes }): VNode | null {
  if (scenes.length === 0) return null
  return (
    <p class="search-around">
      {title}
      {scenes.map(({ key, title, count }) => (
        <a key={key} href={`/scenes/${key}`}>{`${title}（${count}项）`}</a>
      ))}
    </p>
  )
}

/** A list that ends without the right thing must not be the end of the road. */
function NotAmongThem(): VNode {
  return (
    <p class="search-not-here">
      没有您要办的？换个说法再找，<a href="/#domains">按领域一项一项看</a>，或者拨打 <Phone number="12345" />{' '}
      请人帮您找。
    </p>
  )
}

interface Nothing {
  words: string
  near: readonly string[]
  scenes: Scenes
}

function NothingFound({ words, near, scenes }: Nothing): VNode {
  const asked = words !== ''
  return (
    <EmptyState title={asked ? '没有找到合适的事项' : '说说您要办的事'}>
      {near.length > 0 && (
        <>
          <p>您是不是要找：</p>
          <Phrases phrases={near} />
        </>
      )}
      <Around title="也可以从这几类事里找：" scenes={scenes} />
      <p>{asked ? '看看有没有写错的字，或者只说要做的事，比如：' : '只说要做的事就行，比如：'}</p>
      <Phrases phrases={COMMON} />
      <p>还是找不到，可以：</p>
      <ul>
        <li>
          <a href="/#domains">按领域一项一项看</a>
        </li>
        <li>
          拨打 <Phone number="12345" />
          ，说清楚情况，请人帮您找
        </li>
        <li>
          <a href="/near">到最近的窗口问</a>，不收费
        </li>
      </ul>
    </EmptyState>
  )
}

const COMMON = ['开饭店', '盖房子', '看病报销', '低保', '办营业执照']

function Phrases({ phrases }: { phrases: readonly string[] }): VNode {
  return (
    <ul class="home-examples">
      {phrases.map((phrase) => (
        <li key={phrase}>
          <a href={`/search?q=${encodeURIComponent(phrase)}`}>{phrase}</a>
        </li>
      ))}
    </ul>
  )
}
