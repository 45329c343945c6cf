import { useQueryClient } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { OutsideItem } from '#capabilities/catalogue/contract/outside-item-routes.ts'
import { describedBy, Labelled } from '../../form/labelled.tsx'
import { outsideItems } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { detailsOf, detailsProblems, typedDetails } from './outside-details.ts'
import { useOwnUnmapped } from './use-item-imports.ts'
import { outsideWords as words } from './words.ts'

const ID = 'outside-item'
const DAYS = 'outside-days'
const PAPERS = 'outside-papers'

/**
 * Which of ours it is, and what its system says of it. Only those without a partner are offered, and the server refuses a second one
 * all the same; one that has its partner keeps it.
 */
export function MapDialog({ outside, close }: { outside: OutsideItem; close: () => void }) {
  const { system, code, name, details, item: partner } = outside
  const [item, setItem] = useState<string>()
  const [typed, setTyped] = useState(() => typedDetails(details))
  const [pressed, setPressed] = useState(false)
  const sending = useMapping({ system, code }, close)
  const chosen = partner?.id ?? item
  const problems = detailsProblems(typed, details)
  const wrong = {
    ...(chosen === undefined ? { item: words.itemMissing } : {}),
    ...problems,
  }
  const said = pressed ? wrong : {}
  return (
    <AskDialog
      title={partner === undefined ? words.mapTitle(name) : words.editTitle(name)}
      help={partner === undefined ? words.mapText : words.is(partner.name)}
      button={words.save}
      sending={sending}
      close={close}
      send={() => {
        setPressed(true)
        if (Object.keys(wrong).length > 0) return
        sending.mutate({
          ...(item === undefined ? {} : { item }),
          details: detailsOf(typed, details),
        })
      }}
    >
      {partner === undefined && <OwnItem item={item} choose={setItem} wrong={said.item} />}
      <Labelled id={DAYS} label={words.days} required={false} hint={words.daysHint} error={said.days}>
        <Input
          id={DAYS}
          inputMode="numeric"
          value={typed.days}
          aria-describedby={describedBy(DAYS, words.daysHint, said.days)}
          onChange={(event) => setTyped({ ...typed, days: event.target.value })}
        />
      </Labelled>
      <Labelled id={PAPERS} label={words.papers} required={false} hint={words.papersHint} error={said.papers}>
        <Input.TextArea
          id={PAPERS}
          value={typed.papers}
          autoSize={{ minRows: 2, maxRows: 10 }}
          aria-describedby={describedBy(PAPERS, words.papersHint, said.papers)}
          onChange={(event) => setTyped({ ...typed, papers: event.target.value })}
        />
      </Labelled>
    </AskDialog>
  )
}

interface OwnProps {
  item: string | undefined
  choose: (item: string | undefined) => void
  wrong: string | undefined
}

function OwnItem({ item, choose, wrong }: OwnProps) {
  const [looked, setLooked] = useState('')
  const found = useOwnUnmapped(looked, true).data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Labelled id={ID} label={words.item} required error={wrong}>
      <Select
        id={ID}
        className="wide"
        placeholder={words.find}
        showSearch={{ filterOption: false, onSearch: setLooked }}
        value={item ?? null}
        aria-describedby={describedBy(ID, undefined, wrong)}
        options={found.map(({ id: value, name: label }) => ({ value, label }))}
        onChange={(value) => choose(value ?? undefined)}
      />
    </Labelled>
  )
}

function useMapping(params: { system: string; code: string }, done: () => void) {
  const queries = useQueryClient()
  return useSend({
    mutationFn: (body: { item?: string; details: OutsideItem['details'] }) =>
      outsideItems.mapOutsideItem({ params, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['outside-items'] })
      void queries.invalidateQueries({ queryKey: ['outside-systems'] })
      done()
    },
  })
}
