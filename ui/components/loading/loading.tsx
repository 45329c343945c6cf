import type { ComponentChildren, VNode } from 'preact'

/**
 * Something is being made. The sentence says what, so that the moving mark is only for the eye; below it what one can do
 * meanwhile, and how to look again without a script.
 */
export function Loading({
  text,
  again,
  children,
}: {
  /** `正在生成受理通知书` */
  text: string
  /** This page once more. */
  again?: string
  children?: ComponentChildren
}): VNode {
  return (
    <div class="loading stack" role="status">
      <p class="loading-text">
        <span class="loading-mark" aria-hidden="true" />
        {`${text}，请稍等`}
      </p>
      {children}
      {again !== undefined && (
        <p>
          <a class="button button-normal" href={again}>
            看看好了没有
          </a>
        </p>
      )}
    </div>
  )
}
