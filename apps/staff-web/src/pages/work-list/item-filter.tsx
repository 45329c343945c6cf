import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useItems } from '../intake/use-items.ts'
import { workListWords as words } from './words.ts'

const ANY = 'any'

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
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={items.isFetching}
      value={item ?? ANY}
      onChange={(next) => change(next === ANY ? undefined : next)}
      options={[{ value: ANY, label: words.anyItem }, ...options]}
    />
  )
}
