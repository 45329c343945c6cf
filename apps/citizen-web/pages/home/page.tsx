import type { VNode } from 'preact'
import type { HomeView } from '#capabilities/portal/contract.ts'
import { SearchBox } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { Layout } from '../../layout.tsx'
import { homeWords } from './words.ts'

export function HomePage({ visit, view }: { visit: Visit; view: HomeView }): VNode {
  return (
    <Layout visit={visit} title="找事办事" shell={{ searchInHeader: false, current: 'home' }}>
      <h1 class="visually-hidden">{`${view.areaName}政务服务`}</h1>
      <div class="home-top">
        <div class="home-ask">
          <SearchBox size="large" id="home-search" label="您要办什么事？" hint={homeWords.searchHint} />
          <ul class="home-examples" aria-label="别人常这样问">
            {homeWords.examples.map((words) => (
              <li key={words}>
                <a href={`/search?q=${encodeURIComponent(words)}`}>{words}</a>
              </li>
            ))}
          </ul>
        </div>
        <Open view={view} />
      </div>
      <section class="home-section" aria-labelledby="scenes">
        <h2 id="scenes">遇到这些事</h2>
        <Scenes view={view} />
      </section>
      <section class="home-section" aria-labelledby="domains">
        <h2 id="domains">全部事项，分{view.domains.length}个领域</h2>
        <ol class="home-domains">
          {view.domains.map((domain) => (
            <li key={domain.domain}>
              <Domain {...domain} />
            </li>
          ))}
        </ol>
      </section>
    </Layout>
  )
}

function Domain({ domain, title, count }: HomeView['domains'][number]): VNode {
  if (count === 0) {
    return (
      <span class="home-domain-empty muted">
        <span>{title}</span>
        <span class="home-count">还没有公布</span>
      </span>
    )
  }
  return (
    <a href={`/domains/${domain}`}>
      <span>{title}</span>
      <span class="home-count">{`${count}项`}</span>
    </a>
  )
}

function Open({ view }: { view: HomeView }): VNode {
  return (
    <section class={view.openNow.open ? 'home-open home-open-yes' : 'home-open'} aria-labelledby="open-now">
      <h2 id="open-now">{view.openNow.open ? '大厅开着门' : '大厅现在关着门'}</h2>
      <p>{view.openNow.sentence}</p>
      <p class="muted">{homeWords.online}</p>
      <p>
        <a href="/my">查我的事办到哪了</a>
      </p>
    </section>
  )
}

/** A few matters of each scene; the rest are one link away. */
const SHOWN = 4

function Scenes({ view }: { view: HomeView }): VNode {
  return (
    <div class="home-scenes">
      {view.topics.map((topic) => (
        <section key={topic.name} class="home-scene">
          <h3>{topic.name}</h3>
          <ul class="home-scene-items">
            {topic.items.slice(0, SHOWN).map((item) => (
              <li key={item.id}>
                <a href={`/items/${item.id}`}>{item.name}</a>
              </li>
            ))}
            {topic.items.length > SHOWN && (
              <li>
                <a class="muted" href={`/search?q=${encodeURIComponent(topic.name)}`}>
                  {`还有${topic.items.length - SHOWN}项`}
                  <span class="visually-hidden">{topic.name}</span>
                </a>
              </li>
            )}
          </ul>
        </section>
      ))}
    </div>
  )
}
