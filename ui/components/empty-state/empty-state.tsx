import type { ComponentChildren, VNode } from 'preact'

/** Nothing here, said plainly, and what one can do instead. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }): VNode {
  return (
    <div class="empty-state stack">
      <p class="empty-state-title">{title}</p>
      {children}
    </div>
  )
}
