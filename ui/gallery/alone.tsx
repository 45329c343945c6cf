import type { VNode } from 'preact'
import type { Component, Example } from '../components/example.ts'
import { renderPage } from '../html.ts'
import type { ThemeName } from '../tokens/colour.ts'

export interface Looks {
  theme?: ThemeName
  elder?: boolean
}

/** One example on a page of its own, with nothing around it that could hide what is wrong with it. */
export function alonePage(component: Component, example: Example, css: string, looks: Looks = {}): string {
  if (component.usage.whole) return wholePage(renderPage(example.node), css, looks)
  return renderPage(
    <html lang="zh-CN" class={looks.elder ? 'elder' : undefined} data-theme={looks.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${component.usage.title}：${example.title}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={css} />
        {component.usage.script && <script defer src={component.usage.script.path} />}
      </head>
      <body>
        <Frame>
          <h1 class="visually-hidden">{`${component.usage.title}：${example.title}`}</h1>
          {example.node}
        </Frame>
      </body>
    </html>,
  )
}

function Frame({ children }: { children: VNode[] }): VNode {
  return <main class="page">{children}</main>
}

/** A whole page brings its own root; the looks are written on it, and it is dressed as the others are. */
function wholePage(html: string, css: string, { theme, elder }: Looks): string {
  const dressed = html.replace(/(<link rel="stylesheet" href=")[^"]*"/, `$1${css}"`)
  return dressed.replace(/<html([^>]*)>/, (_whole, given: string) => {
    const classes = [/class="([^"]*)"/.exec(given)?.[1], elder ? 'elder' : undefined]
      .filter(Boolean)
      .join(' ')
    const rest = given.replace(/ (class|data-theme)="[^"]*"/g, '')
    return `<html${rest}${classes ? ` class="${classes}"` : ''}${theme ? ` data-theme="${theme}"` : ''}>`
  })
}
