import type { ComponentChildren, VNode } from 'preact'

/** Something that most people can leave closed; the browser's own `details`, so no script. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: string
  open?: boolean
  children: ComponentChildren
}): VNode {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      <div class="disclosure-content stack">{children}</div>
    </details>
  )
}
