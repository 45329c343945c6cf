import type { ComponentChildren, VNode } from 'preact'
import type { ScreenView } from '#capabilities/case/index.ts'
import { Board } from '../screen/board.tsx'
import { isNight } from '../screen/night.ts'
import { UNMEASURED } from '../screen/paging.ts'
import { words } from '../words.ts'

/** A browser without scripts turns the page by loading it again. */
const RELOAD_SECONDS = 30

export interface ScreenPageProps {
  view: ScreenView
  turn: number
  stylesheet: string
  script: string
}

export function ScreenPage({ view, turn, stylesheet, script }: ScreenPageProps): VNode {
  return (
    <Frame
      title={`${words.title} - ${view.place.name}`}
      stylesheet={stylesheet}
      script={script}
      again={`/screen/${view.place.id}?turn=${turn + 1}`}
      night={isNight(view.at, view.opening.open)}
    >
      <div id="screen">
        <Board shown={{ view, now: view.at, turn, fits: UNMEASURED, paused: false }} />
      </div>
      <Held view={view} />
    </Frame>
  )
}

/** While the database is away there is no picture to send; the script shows the last one it kept. */
export function WaitingPage({
  place,
  build,
  stylesheet,
  script,
}: {
  /** None while a place is being chosen: then there is nothing to follow, and somebody stands before it. */
  place?: string
  build: string
  stylesheet: string
  script: string
}): VNode {
  return (
    <Frame
      title={words.title}
      stylesheet={stylesheet}
      again={`/screen/${encodeURIComponent(place ?? '')}`}
      {...(place === undefined ? {} : { script })}
    >
      <div id="screen">
        <main class="waiting">
          <h1>{words.title}</h1>
          <p role="status">{words.connecting}</p>
          {place === undefined && <a href="/screen/">{words.tryAgain}</a>}
        </main>
      </div>
      {place !== undefined && <Held view={{ build, place: { id: place } }} />}
    </Frame>
  )
}

function Frame({
  title,
  stylesheet,
  script,
  again,
  night = false,
  children,
}: {
  title: string
  stylesheet: string
  script?: string
  again: string
  night?: boolean
  children: ComponentChildren
}): VNode {
  return (
    <html lang="zh-CN" class="hall wall" data-theme={night ? 'dark' : 'light'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, noarchive" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="data:," />
        <noscript>
          <meta http-equiv="refresh" content={`${RELOAD_SECONDS};url=${again}`} />
        </noscript>
        {script !== undefined && <script defer src={script} />}
      </head>
      <body class="screen">{children}</body>
    </html>
  )
}

/** The first picture as the script reads it; `<` is escaped so that no name can end the element. */
function Held({ view }: { view: object }): VNode {
  const text = JSON.stringify(view).replace(/</g, '\\u003c')
  return <script id="picture" type="application/json" dangerouslySetInnerHTML={{ __html: text }} />
}
