import type { VNode } from 'preact'
import type { CaseSummary, DraftLine, HomeView, SceneView } from '#capabilities/portal/contract.ts'
import { SearchBox } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { Layout } from '../../layout.tsx'
import { Nearest } from '../near/nearest.tsx'
import { Mine } from './mine.tsx'
import { homeWords } from './words.ts'

/** What a signed-in person left here: drafts, and matters that wait for them. */
export interface MineView {
  cases: readonly CaseSummary[]
  drafts: readonly DraftLine[]
}

export function HomePage({ visit, view, mine }: { visit: Visit; view: HomeView; mine?: MineView }): VNode {
  return (
    <Layout visit={visit} title="找事办事" shell={{ searchInHeader: false, current: 'home' }}>
      <h1 class="visually-hidden">{`${view.areaName}政务服务`}</h1>
      {mine !== undefined && <Mine mine={mine} />}
      <div class="home-top">
        <div class="home-ask">
          <SearchBox size="large" id="home-search" label="您要办什么事？" hint={homeWords.searchHint} />
          {view.asked.length > 0 && (
            <ul class="home-examples" aria-label="别人常这样问">
              {view.asked.map((words) => (
                <li key={words}>
                  <a href={`/search?q=${encodeURIComponent(words)}`}>{words}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
        <Nearest visit={visit} view={view} />
      </div>
      <Scenes who="person" title="个人和家里的事" scenes={view.scenes} />
      <Scenes who="firm" title="开店、办企业的事" scenes={view.scenes} />
      <Stations />
      <section class="home-section" aria-labelledby="domains">
        <h2 id="domains">{`全部事项，分${view.domains.length}个领域`}</h2>
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

/** What needs no application: stations give it over the counter, and from here one sees what and where. */
function Stations(): VNode {
  return (
    <section class="home-section" aria-labelledby="stations">
      <h2 id="stations">村（社区）便民服务站还能办</h2>
      <ul class="home-examples">
        <li>
          <a href="/certificates">开证明</a>
        </li>
        <li>
          <a href="/utilities">查水电气暖费、到哪里缴</a>
        </li>
        <li>
          <a href="/verify">查证明、证照真伪</a>
        </li>
      </ul>
    </section>
  )
}

/** One group of scenes; where nothing is in force for it, it is not there. */
function Scenes({
  who,
  title,
  scenes,
}: {
  who: SceneView['who']
  title: string
  scenes: readonly SceneView[]
}): VNode | null {
  const shown = scenes.filter((scene) => scene.who === who)
  if (shown.length === 0) return null
  const id = `scenes-${who}`
  return (
    <section class="home-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="home-scenes">
        {shown.map((scene) => (
          <Scene key={scene.key} scene={scene} />
        ))}
      </div>
    </section>
  )
}

function Scene({ scene: { key, title, items, count } }: { scene: SceneView }): VNode {
  return (
    <section class="home-scene">
      <h3>{title}</h3>
      <ul class="home-scene-items">
        {items.map((item) => (
          <li key={item.id}>
            <a href={`/items/${item.id}`}>{item.called}</a>
          </li>
        ))}
        {count > items.length && (
          <li>
            <a class="home-scene-all" href={`/scenes/${key}`}>
              {`全部${count}项`}
              <span class="visually-hidden">{`：${title}`}</span>
            </a>
          </li>
        )}
      </ul>
    </section>
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
