import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useItems } from '../intake/use-items.ts'
import { workListWords as words } from './words.ts'

export function ItemFilter({
  item,
  change,
}: {
  item: string | undefined
  change: (item: string | undefined) => void
}) {
  const [typed, setTyped] = useState('')
  const items = useItems(useDeferredValue(typed))
  const options = (items.data?.pages ?? [])
    .flatMap((page) => page.items)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Select
      aria-label={words.item}
      className="filter filter-wide"
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={words.anyItem}
      loading={items.isFetching}
      value={item ?? null}
      onChange={(next) => change(next ?? undefined)}
      options={options}
    />
  )
}
