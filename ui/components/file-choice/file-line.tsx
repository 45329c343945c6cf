import type { ComponentChildren, VNode } from 'preact'
import { fileSize } from '../../format/quantity.ts'

/** A file that has reached us; the answer to an upload is the same line. */
export function FileLine({
  id,
  name,
  size,
  url,
  children,
}: {
  id: string
  name: string
  size?: number
  /** Where it can be looked at. */
  url?: string
  /** What can be done with it. */
  children?: ComponentChildren
}): VNode {
  return (
    <li class="upload-line" data-file={id} data-name={name}>
      <span class="upload-name">
        <span class="upload-words">
          {!url ? name : <a href={url}>{name}</a>}
          {size !== undefined && <span class="muted small">{fileSize(size)}</span>}
        </span>
      </span>
      {children !== undefined && <span class="upload-acts">{children}</span>}
    </li>
  )
}
