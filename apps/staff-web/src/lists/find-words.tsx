import { Input } from 'antd'

interface Props {
  label: string
  hint: string
  value: string | undefined
  change: (words: string | undefined) => void
}

/** Words to look for; asked for with Enter or the button, so that a list does not jump while one types. */
export function FindWords({ label, hint, value = '', change }: Props) {
  return (
    <Input.Search
      className="filter-search"
      key={value}
      aria-label={label}
      placeholder={hint}
      defaultValue={value}
      allowClear
      onSearch={(typed) => change(typed.trim() === '' ? undefined : typed.trim())}
    />
  )
}
