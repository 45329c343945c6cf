import type { VNode } from 'preact'

/** The way back up; the page itself is named by its heading and not repeated here. */
export function Breadcrumb({ trail }: { trail: readonly { text: string; href: string }[] }): VNode {
  return (
    <nav class="breadcrumb no-print" aria-label="当前位置">
      <ol class="breadcrumb-list">
        {trail.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
