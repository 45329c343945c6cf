import type { ComponentChildren, VNode } from 'preact'

/** Something that most people can leave closed; the browser's own `details`, so no script. */
export function Disclosure({
  summary,
  open = false,
  paper = 'open',
  children,
}: {
  summary: string
  open?: boolean
  /** What a sheet shows of it while it is closed: all of it, or its line alone. What the reader has opened is printed. */
  paper?: 'open' | 'line'
  children: ComponentChildren
}): VNode {
  return (
    <details class={paper === 'line' ? 'disclosure stays-folded' : 'disclosure'} open={open}>
      <summary>{summary}</summary>
      <div class="disclosure-content stack">{children}</div>
    </details>
  )
}
