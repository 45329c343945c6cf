import type { VNode } from 'preact'

/** One condition; nothing chosen is everything, so it is neither required nor “optional”. */
export function FilterSelect({
  id,
  name,
  label,
  chosen,
  options,
  all = '全部',
}: {
  id: string
  name: string
  label: string
  chosen: string
  options: readonly { value: string; label: string }[]
  all?: string
}): VNode {
  return (
    <p class="filter-select">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select class="field-input field-select" id={id} name={name}>
        <option value="" selected={chosen === ''}>
          {all}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}
