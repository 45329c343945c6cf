import { Select } from 'antd'

const ANY = ''

interface Props<Value extends string | number> {
  label: string
  /** What not choosing is called: 全部事项. */
  any: string
  value: Value | undefined
  options: readonly { value: Value; label: string }[]
  change: (value: Value | undefined) => void
  /** Longer lists are found in by typing; a function is told what was typed and brings other options. */
  find?: boolean | ((typed: string) => void)
  loading?: boolean
}

/** One question of a filter; not choosing is the first choice. */
export function Choose<Value extends string | number>({
  label,
  any,
  value,
  options,
  change,
  find = false,
  loading = false,
}: Props<Value>) {
  return (
    <Select<Value | typeof ANY>
      aria-label={label}
      className={find === false ? 'filter' : 'filter filter-wide'}
      value={value ?? ANY}
      loading={loading}
      {...(find === false ? {} : { showSearch: searching(find), popupMatchSelectWidth: false })}
      onChange={(chosen) => change(chosen === ANY ? undefined : chosen)}
      options={[{ value: ANY, label: any }, ...options.map(plain)]}
    />
  )
}

const searching = (find: true | ((typed: string) => void)) =>
  find === true ? { optionFilterProp: 'label' } : { filterOption: false, onSearch: find }

const plain = <Value extends string | number>({ value, label }: { value: Value; label: string }) => ({
  value,
  label,
})
