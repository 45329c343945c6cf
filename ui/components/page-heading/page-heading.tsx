import type { ComponentChildren, VNode } from 'preact'

/** The one `h1` of a page, what it belongs to above it and one sentence below. */
export function PageHeading({
  title,
  over,
  children,
}: {
  title: string
  over?: string
  children?: ComponentChildren
}): VNode {
  return (
    <div class="page-heading">
      {over !== undefined && <p class="page-heading-over">{over}</p>}
      <h1>{title}</h1>
      {children !== undefined && <div class="page-heading-lead">{children}</div>}
    </div>
  )
}
