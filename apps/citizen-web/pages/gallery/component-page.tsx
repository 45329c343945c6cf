import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Component, Example } from '#ui/components/example.ts'
import { Disclosure, PageHeading } from '#ui/components/index.ts'
import { harmless } from '#ui/gallery/harmless.ts'
import { readable } from '#ui/gallery/markup.ts'
import { GalleryFrame, galleryTrail, type GalleryProps } from './frame.tsx'

/** One component: when to take it, when not, and each of its states with its markup. */
export function ComponentPage({
  name,
  component,
  ...props
}: GalleryProps & { name: string; component: Component }): VNode {
  const { usage, examples } = component
  const scripts = usage.script === undefined || usage.whole ? [] : [usage.script.path]
  return (
    <GalleryFrame {...props} title={`${usage.title}（界面组件）`} trail={galleryTrail} scripts={scripts}>
      <PageHeading title={usage.title}>
        <p class="figures muted">{`ui/components/${name}`}</p>
      </PageHeading>
      <div class="gallery-when">
        <div>
          <h2>什么时候用</h2>
          <p>{usage.when}</p>
        </div>
        <div>
          <h2>什么时候不用</h2>
          <p>{usage.whenNot}</p>
        </div>
      </div>
      {examples.map((example, at) => (
        <Shown
          key={example.title}
          name={name}
          example={example}
          number={at + 1}
          whole={usage.whole === true}
        />
      ))}
    </GalleryFrame>
  )
}

interface ShownProps {
  name: string
  example: Example
  number: number
  whole: boolean
}

function Shown({ name, example, number, whole }: ShownProps): VNode {
  const html = renderToString(example.node)
  const here = `/ui/${name}/${number}`
  const heading = `example-${number}`
  return (
    <section class="gallery-example" aria-labelledby={heading}>
      <h2 id={heading}>{example.title}</h2>
      {!whole && (
        <div
          class="gallery-frame"
          // Our own markup, rendered a line above; only its ids and addresses are changed.
          dangerouslySetInnerHTML={{ __html: harmless(html, `${heading}-`, here) }}
        />
      )}
      <Alone here={here} title={example.title} />
      <div class="gallery-markup">
        <Disclosure summary={`“${example.title}”的标记`}>
          <pre>
            <code>{readable(html)}</code>
          </pre>
        </Disclosure>
      </div>
    </section>
  )
}

const LOOKS = [
  ['浅色', 'theme=light'],
  ['深色', 'theme=dark'],
  ['高对比，白底', 'theme=contrast-light'],
  ['高对比，黑底', 'theme=contrast-dark'],
  ['大字', 'size=elder'],
] as const

function Alone({ here, title }: { here: string; title: string }): VNode {
  return (
    <p class="gallery-alone">
      <span>单独打开：</span>
      {LOOKS.map(([word, query]) => (
        <a key={query} href={`${here}?${query}`}>
          {word}
          <span class="visually-hidden">{`看“${title}”`}</span>
        </a>
      ))}
    </p>
  )
}
