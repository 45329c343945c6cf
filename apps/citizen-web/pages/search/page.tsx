import type { VNode } from 'preact'
import type { FoundItem, NearPlace, UndertakingView } from '#capabilities/portal/contract.ts'
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
  /** The first of them is what was asked for. */
  sure?: boolean
  nextCursor?: string
  /** What people say that looks most like words that found nothing. */
  near?: readonly string[]
  /** What the best of them is part of. */
  undertaking?: UndertakingView
  /** What happens in a life around the best of them. */
  scenes?: readonly { key: string; title: string; count: number }[]
  /** Whom to ask where nothing is sure. */
  hall?: NearPlace
  /** Not all of the words were read. */
  note?: string
  later?: boolean
}

export function SearchPage({
  visit,
  words,
  items,
  sure = true,
  nextCursor,
  near = [],
  undertaking,
  scenes = [],
  hall,
  note,
  later = false,
}: SearchPageProps): VNode {
  const base = `/search?q=${encodeURIComponent(words)}`
  const inOrder = later ? undefined : undertaking
  const title = words === '' ? '查找事项' : `“${words}”的查找结果`
  return (
    <Layout visit={visit} title={title} trail={homeTrail} shell={{ searchInHeader: false, current: 'home' }}>
      <PageHeading title={title} />
      <div class="search-again">
        <SearchBox size="small" value={words} id="search-again" label="换个说法再找" />
      </div>
      {note !== undefined && <p class="muted">{note}</p>}
      {items.length === 0 ? (
        <NothingFound words={words} near={near} scenes={scenes} hall={hall} />
      ) : (
        <>
          {!sure && !later && <Unsure words={words} />}
          {inOrder !== undefined && <InOrder undertaking={inOrder} />}
          <ItemList items={notAmong(items, inOrder)} />
          <Around title="同一类的事：" scenes={scenes} />
          {nextCursor === undefined && <NotAmongThem hall={hall} />}
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

/** What follows is near to what was asked and may be something else. */
function Unsure({ words }: { words: string }): VNode {
  return (
    <p class="search-unsure">{`没有找到正好是“${words}”的事项。下面是最接近的，先看看是不是您要办的。`}</p>
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

/** What the order above already names is not told again below it. */
function notAmong(
  items: readonly FoundItem[],
  undertaking: UndertakingView | undefined,
): readonly FoundItem[] {
  const told = new Set(undertaking?.steps.flatMap(({ ways }) => ways.map(({ id }) => id)))
  return items.filter(({ id }) => !told.has(id))
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
function NotAmongThem({ hall }: { hall: NearPlace | undefined }): VNode {
  return (
    <p class="search-not-here">
      没有您要办的？换个说法再找，<a href="/#domains">按领域一项一项看</a>，或者拨打 <Phone number="12345" />
      {hall !== undefined && (
        <>
          、{hall.name} <Phone number={hall.phone} />
        </>
      )}{' '}
      请人帮您找。
    </p>
  )
}

interface Nothing {
  words: string
  near: readonly string[]
  scenes: Scenes
  hall: NearPlace | undefined
}

function NothingFound({ words, near, scenes, hall }: Nothing): VNode {
  const asked = words !== ''
  return (
    <EmptyState title={asked ? `没有找到“${words}”` : '说说您要办的事'}>
      {near.length > 0 && (
        <>
          <p>您是不是想找：</p>
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
        {hall !== undefined && (
          <li>
            打电话问{hall.name}：
            <Phone number={hall.phone} />。{hall.now.sentence}
          </li>
        )}
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
