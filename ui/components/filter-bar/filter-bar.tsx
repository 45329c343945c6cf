import type { ComponentChildren, VNode } from 'preact'

export interface ChosenFilter {
  text: string
  /** The same list without it. */
  without: string
}

/**
 * Narrows a list: the fields in a form that needs no script, what is chosen as links that take it off again, and how many
 * are left. The address says it all, so it can be kept and sent on.
 */
export function FilterBar({
  action,
  label,
  chosen = [],
  all,
  found,
  children,
}: {
  action: string
  label: string
  chosen?: readonly ChosenFilter[]
  /** The list without any filter. */
  all: string
  /** `共12件`; announced when the page has changed. */
  found?: string
  children: ComponentChildren
}): VNode {
  return (
    <div class="filter-bar no-print">
      <form class="filter-bar-form" method="get" action={action} aria-label={label} role="search">
        <div class="filter-bar-fields">{children}</div>
        <button class="button button-normal" type="submit">
          筛选
        </button>
      </form>
      {chosen.length > 0 && (
        <ul class="filter-bar-chosen" aria-label="已选的条件">
          {chosen.map(({ text, without }) => (
            <li key={text}>
              <a href={without}>
                <span class="visually-hidden">去掉</span>
                {text}
                <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          <li>
            <a class="filter-bar-all" href={all}>
              全部去掉
            </a>
          </li>
        </ul>
      )}
      {found !== undefined && (
        <p class="filter-bar-found" role="status">
          {found}
        </p>
      )}
    </div>
  )
}
