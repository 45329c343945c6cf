import { useDeferredValue, useState } from 'react'
import { Choose } from '../../lists/choose.tsx'
import { useItems } from '../intake/use-items.ts'
import { workListWords as words } from './words.ts'

/** Hundreds of items: what is typed is looked for on the server. */
export function ItemFilter({
  item,
  change,
}: {
  item: string | undefined
  change: (item: string | undefined) => void
}) {
  const [typed, setTyped] = useState('')
  const items = useItems(useDeferredValue(typed))
  return (
    <Choose
      find={setTyped}
      loading={items.isFetching}
      label={words.item}
      any={words.anyItem}
      value={item}
      options={(items.data?.pages ?? [])
        .flatMap((page) => page.items)
        .map(({ id, name }) => ({ value: id, label: name }))}
      change={change}
    />
  )
}
