import type { ComponentChildren, VNode } from 'preact'

/**
 * A page, or a part of one, did not come. Three things in this order: what is not there, what became of what the person did,
 * what to do now.
 */
export function FailureState({
  title,
  kept,
  again,
  live = false,
  children,
}: {
  /** `办件列表没有打开` */
  title: string
  /** `您填的内容都在。` */
  kept?: string
  /** Trying again: this page, or the one before. */
  again?: string
  /** Put there by a script after the page was read: it is announced. */
  live?: boolean
  children?: ComponentChildren
}): VNode {
  return (
    <div class="failure-state stack" role={live ? 'alert' : undefined}>
      <p class="failure-state-title">{title}</p>
      <p>{kept === undefined ? '是系统的问题，不是您的原因。' : `是系统的问题，不是您的原因。${kept}`}</p>
      {children}
      {again !== undefined && (
        <p class="no-print">
          <a class="button button-normal" href={again}>
            再试一次
          </a>
        </p>
      )}
    </div>
  )
}
