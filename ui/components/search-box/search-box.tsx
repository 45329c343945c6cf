import type { VNode } from 'preact'

/** One box for what people call a thing themselves; the server knows the official names. */
export function SearchBox({
  size,
  value = '',
  id,
  label = '您要办什么事',
  hint,
}: {
  size: 'small' | 'large'
  value?: string
  id: string
  label?: string
  hint?: string
}): VNode {
  const hintId = hint === undefined ? undefined : `${id}-hint`
  return (
    <form
      class={`search-box search-box-${size}`}
      role="search"
      method="get"
      action="/search"
      data-suggest="/suggest"
    >
      <label class={size === 'small' ? 'visually-hidden' : 'search-box-label'} for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="muted" id={hintId}>
          {hint}
        </p>
      )}
      <div class="search-box-row">
        <input
          id={id}
          name="q"
          type="search"
          value={value}
          maxLength={60}
          enterKeyHint="search"
          autocomplete="off"
          placeholder={size === 'small' ? '您要办什么事' : undefined}
          aria-describedby={hintId}
        />
        <button type="submit">查找</button>
      </div>
    </form>
  )
}
