import { Radio } from 'antd'

interface Props<V extends string> {
  label: string
  views: readonly V[]
  names: Readonly<Record<V, string>>
  value: V
  change: (view: V) => void
}

/** Which of the lists of a page one looks at; it lives in the address, so that a sent link shows the same. */
export function ViewChoice<V extends string>({ label, views, names, value, change }: Props<V>) {
  return (
    <div className="row no-print">
      <Radio.Group
        aria-label={label}
        optionType="button"
        value={value}
        onChange={({ target }) => change(target.value as V)}
        options={views.map((view) => ({ value: view, label: names[view] }))}
      />
    </div>
  )
}
