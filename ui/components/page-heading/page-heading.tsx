import type { ComponentChildren, VNode } from 'preact'

/** Begins with a full-width opening mark, which older browsers cannot trim by themselves. */
const hangs = (title: string): boolean => /^[“‘《〈「『（【]/u.test(title)

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
      <h1 class={hangs(title) ? 'hangs' : undefined}>{title}</h1>
      {children !== undefined && <div class="page-heading-lead">{children}</div>}
    </div>
  )
}
