import type { VNode } from 'preact'
import type { HallPlace } from '../house.ts'
import { words } from '../words.ts'

export interface ChoosePageProps {
  areaName: string
  places: readonly HallPlace[]
  /** What somebody looked for. */
  q: string
  stylesheet: string
  /** The place asked for has no screen. */
  unknown?: boolean
}

/** Whoever hangs up the screen picks its place once; no account, because nothing here is anybody's own. */
export function ChoosePage({ areaName, places, q, stylesheet, unknown = false }: ChoosePageProps): VNode {
  const found = places.filter(({ name }) => name.includes(q))
  return (
    <html lang="zh-CN" class="hall">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, noarchive" />
        <title>{`选择公示屏 - ${areaName}政务服务`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main class="choose">
          <h1>{`${areaName}${words.title}屏`}</h1>
          {unknown && (
            <p class="choose-unknown" role="status">
              这个场所没有公示屏，请从下面重新选择。
            </p>
          )}
          <p>选择这块屏幕所在的大厅或中心。打开以后会自动更新，断网时保留最后的内容，不用人管。</p>
          <form class="choose-search" action="/screen/" role="search">
            <label for="q">按名称查找</label>
            <input id="q" name="q" type="search" value={q} autocomplete="off" />
            <button type="submit">查找</button>
          </form>
          {found.length === 0 ? (
            <p>
              没有找到名称里有“{q}”的场所。<a href="/screen/">看全部场所</a>
            </p>
          ) : (
            [...Map.groupBy(found, (place) => place.areaName)].map(([area, places]) => (
              <section key={area}>
                {area !== undefined && <h2>{area}</h2>}
                <ul class="choose-list">
                  {places.map(({ id, name }) => (
                    <li key={id}>
                      <a href={`/screen/${id}`}>{name}</a>
                    </li>
                  ))}
                </ul>
              </section>
            ))
          )}
        </main>
      </body>
    </html>
  )
}
