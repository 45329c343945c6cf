import type { VNode } from 'preact'

export interface Tab {
  text: string
  href: string
  current?: boolean
  /** How many lie behind it. */
  count?: number
}

/** Several views of one thing, each a page of its own: links, so that every view has an address and needs no script. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }): VNode {
  return (
    <nav class="tabs no-print" aria-label={label}>
      <ul class="tabs-list">
        {tabs.map(({ text, href, current = false, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
              {count !== undefined && (
                <span class="tabs-count">
                  {count}
                  <span class="visually-hidden">件</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
