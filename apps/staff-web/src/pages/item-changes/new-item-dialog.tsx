import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { NewItem } from '#capabilities/catalogue/contract/change.ts'
import { domainTitles } from '#capabilities/catalogue/contract/domains.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { describedBy, Labelled } from '../../form/labelled.tsx'
import { itemChanges } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'
import { useKept } from '../../session/kept/use-kept.ts'
import { useKeptRequest } from '../../session/kept/use-kept-request.ts'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { newItemWords as words } from './dialog-words.ts'
import { optionsOf } from './field.ts'
import { NEW_IDS as IDS, NO_WISH, wishOf, wishProblems, type NewWish } from './new-wish.ts'
import { useItemsNamed, useUpperItems } from './use-item-changes.ts'

/** An item that is not there yet: taken over from above, after another one, or from the first word. */
export function NewItemDialog({ close }: { close: () => void }) {
  const [wish, setWish] = useKept<NewWish>('wish', 'new-item', () => NO_WISH)
  const [times, setTimes] = useState(0)
  const beginning = useBegin()
  const problems = times === 0 ? [] : wishProblems(wish)
  const wrong = (target: string) => problems.find((problem) => problem.target === target)?.message
  const change = (part: Partial<NewWish>) => setWish({ ...wish, ...part })

  function send() {
    setTimes(times + 1)
    const ready = wishOf(wish)
    if (ready !== undefined) beginning.mutate(ready)
  }

  return (
    <AskDialog
      title={words.title}
      help={words.text}
      button={words.begin}
      sending={beginning}
      send={send}
      close={close}
    >
      <ErrorSummary times={times} problems={problems} />
      <Labelled id={IDS.from} label={words.from} required group>
        <Radio.Group
          aria-label={words.from}
          className="choice"
          value={wish.kind}
          options={optionsOf(words.kinds)}
          onChange={(event) => change({ kind: event.target.value as NewWish['kind'], source: undefined })}
        />
      </Labelled>
      {wish.kind === 'upper' && <Upper wish={wish} change={change} error={wrong(IDS.source)} />}
      {wish.kind === 'copy' && <Copied wish={wish} change={change} error={wrong(IDS.source)} />}
      {wish.kind !== 'upper' && (
        <Labelled id={IDS.name} label={words.name} required error={wrong(IDS.name)}>
          <Input
            id={IDS.name}
            value={wish.name}
            maxLength={200}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Labelled>
      )}
      {wish.kind === 'nothing' && <Kinds wish={wish} change={change} wrong={wrong} />}
      <Labelled
        id={IDS.reason}
        label={words.reason}
        required
        hint={words.reasonHint}
        error={wrong(IDS.reason)}
      >
        <Input.TextArea
          id={IDS.reason}
          value={wish.reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 8 }}
          aria-describedby={describedBy(IDS.reason, words.reasonHint, wrong(IDS.reason))}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Labelled>
    </AskDialog>
  )
}

interface PartProps {
  wish: NewWish
  change: (part: Partial<NewWish>) => void
  error?: string | undefined
}

function Upper({ wish, change, error }: PartProps) {
  const items = useUpperItems(true).data?.items
  if (items?.length === 0) return <p role="status">{words.upperNone}</p>
  return (
    <Labelled id={IDS.source} label={words.upper} required error={error}>
      <Select
        id={IDS.source}
        className="wide"
        showSearch={{ optionFilterProp: 'label' }}
        value={wish.source ?? null}
        options={(items ?? []).map(({ id, name, tierTitle }) => ({
          value: id,
          label: `${name}（${tierTitle}）`,
          name,
        }))}
        onChange={(source, option) => change({ source, name: [option].flat()[0]?.name ?? '' })}
      />
    </Labelled>
  )
}

function Copied({ wish, change, error }: PartProps) {
  const [typed, setTyped] = useState('')
  const items = useItemsNamed(typed).data?.items ?? []
  return (
    <Labelled id={IDS.source} label={words.copy} required error={error}>
      <Select
        id={IDS.source}
        className="wide"
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={wish.source ?? null}
        options={items.map(({ item: value, name: label }) => ({ value, label }))}
        onChange={(source: string) => change({ source })}
      />
    </Labelled>
  )
}

function Kinds({
  wish,
  change,
  wrong,
}: Omit<PartProps, 'error'> & { wrong: (id: string) => string | undefined }) {
  const asked = [
    { id: IDS.domain, label: words.domain, key: 'domain', titles: domainTitles },
    { id: IDS.itemType, label: words.itemType, key: 'itemType', titles: words.itemTypes },
    { id: IDS.projectType, label: words.projectType, key: 'projectType', titles: words.projectTypes },
  ] as const
  return asked.map(({ id, label, key, titles }) => (
    <Labelled key={id} id={id} label={label} required error={wrong(id)}>
      <Select
        id={id}
        className="wide"
        showSearch={{ optionFilterProp: 'label' }}
        value={wish[key] ?? null}
        options={optionsOf(titles)}
        onChange={(value: string) => change({ [key]: value } as Partial<NewWish>)}
      />
    </Labelled>
  ))
}

function useBegin() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const requests = useKeptRequest<NewItem>()
  return useSend({
    mutationFn: (wish: NewItem) => itemChanges.openNewItem(requests.begin(JSON.stringify(wish), wish)),
    onSuccess: ({ id }) => {
      requests.done()
      void client.invalidateQueries({ queryKey: ['item-changes'] })
      void navigate({ to: '/item-changes/$id/edit', params: { id } })
    },
    onError: requests.failed,
  })
}
