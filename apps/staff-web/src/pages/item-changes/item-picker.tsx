import { Select } from 'antd'
import { useState } from 'react'
import type { ItemToChange } from '#capabilities/catalogue/contract/change.ts'
import { useItemsToChange } from './use-item-changes.ts'
import { pickItemWords as words } from './dialog-words.ts'

interface Props {
  id: string
  value: ItemToChange | undefined
  /** Only items that the own body writes can be chosen; the others say whose they are. */
  ownOnly?: boolean
  choose: (item: ItemToChange) => void
}

/** An item in force, found by a part of its name. */
export function ItemPicker({ id, value, ownOnly = false, choose }: Props) {
  const [typed, setTyped] = useState('')
  const { data, isFetching, isError } = useItemsToChange(typed)
  const found = data?.items ?? []
  const shown = value === undefined || found.some((each) => each.id === value.id) ? found : [value, ...found]
  return (
    <Select
      id={id}
      className="wide"
      placeholder={words.find}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      notFoundContent={isFetching ? words.finding : isError ? words.failed : words.none}
      value={value?.id ?? null}
      options={shown.map((item) => ({
        value: item.id,
        label: ownOnly ? labelOf(item) : item.name,
        disabled: ownOnly && !item.own,
      }))}
      onChange={(picked) => {
        const item = shown.find((each) => each.id === picked)
        if (item !== undefined) choose(item)
      }}
    />
  )
}

const labelOf = ({ name, own, decides, open }: ItemToChange): string => {
  if (!own) return words.others(name, decides)
  return open === undefined ? name : words.underWay(name)
}
