import type { ComponentChildren, VNode } from 'preact'

export interface LinkLine {
  href: string
  text: string
  note?: ComponentChildren
  aside?: string
}

/** A directory board: names to go to, each with a line of what it is. */
export function LinkList({
  lines,
  columns = false,
}: {
  lines: readonly LinkLine[]
  columns?: boolean
}): VNode {
  return (
    <ul class={columns ? 'link-list link-list-columns' : 'link-list'}>
      {lines.map((line) => (
        <li key={line.href}>
          <a href={line.href}>{line.text}</a>
          {line.aside !== undefined && <span class="link-list-aside">{line.aside}</span>}
          {line.note !== undefined && <div class="link-list-note">{line.note}</div>}
        </li>
      ))}
    </ul>
  )
}
