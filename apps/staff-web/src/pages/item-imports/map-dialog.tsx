import { useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { OutsideItem } from '#capabilities/catalogue/contract/outside-item-routes.ts'
import { describedBy, Labelled } from '../../form/labelled.tsx'
import { outsideItems } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { useOwnUnmapped } from './use-item-imports.ts'
import { outsideWords as words } from './words.ts'

const ID = 'outside-item'

/** Which of ours it is: only those without a partner are offered, and the server refuses a second one all the same. */
export function MapDialog({ outside, close }: { outside: OutsideItem; close: () => void }) {
  const [item, setItem] = useState<string>()
  const [typed, setTyped] = useState('')
  const [pressed, setPressed] = useState(false)
  const found = useOwnUnmapped(typed, true).data?.pages.flatMap(({ items }) => items) ?? []
  const queries = useQueryClient()
  const { system, code } = outside
  const sending = useSend({
    mutationFn: (chosen: string) =>
      outsideItems.mapOutsideItem({ params: { system, code }, body: { item: chosen } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['outside-items'] })
      void queries.invalidateQueries({ queryKey: ['outside-systems'] })
      close()
    },
  })
  const wrong = pressed && item === undefined ? words.itemMissing : undefined
  return (
    <AskDialog
      title={words.mapTitle(outside.name)}
      help={words.mapText}
      button={words.save}
      sending={sending}
      close={close}
      send={() => {
        setPressed(true)
        if (item !== undefined) sending.mutate(item)
      }}
    >
      <Labelled id={ID} label={words.item} required error={wrong}>
        <Select
          id={ID}
          className="wide"
          placeholder={words.find}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={item ?? null}
          aria-describedby={describedBy(ID, undefined, wrong)}
          options={found.map(({ id: value, name: label }) => ({ value, label }))}
          onChange={(value) => setItem(value ?? undefined)}
        />
      </Labelled>
    </AskDialog>
  )
}
