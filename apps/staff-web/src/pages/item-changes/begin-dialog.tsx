import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { NewChange } from '#capabilities/catalogue/contract/change.ts'
import { ErrorSummary, type FieldProblem } from '../../form/error-summary.tsx'
import { describedBy, Labelled } from '../../form/labelled.tsx'
import { itemChanges } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'
import { useKept } from '../../session/kept/use-kept.ts'
import { useKeptRequest } from '../../session/kept/use-kept-request.ts'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { GoingBack } from './going-back.tsx'
import { useItemsNamed } from './use-item-changes.ts'
import { changeWords as words } from './words.ts'

interface Wish {
  item: { id: string; name: string; version: number } | undefined
  from: number | undefined
  reason: string
}

const IDS = { item: 'begin-item', from: 'begin-from', reason: 'begin-reason' }
const LEAST = 4

interface Props {
  item: string | undefined
  /** What of it is to be mended: the way on is straight to that field. */
  at: string | undefined
  close: () => void
}

/** Which item, from which of its versions, and why; the way on is the editor. */
export function BeginDialog({ item: wanted, at, close }: Props) {
  const [wish, setWish] = useKept<Wish>('wish', 'begin', () => ({
    item: undefined,
    from: undefined,
    reason: '',
  }))
  const [typed, setTyped] = useState('')
  const [times, setTimes] = useState(0)
  const found =
    useItemsNamed(typed === '' && wish.item === undefined ? (wanted ?? '') : typed).data?.items ?? []
  const chosen =
    wish.item ??
    found.flatMap(({ item: id, name, version }) => (id === wanted ? [{ id, name, version }] : []))[0]
  const beginning = useBegin(at)
  const problems = times === 0 ? [] : problemsOf(chosen?.id, wish.reason)
  const wrong = (target: string) => problems.find((problem) => problem.target === target)?.message

  function send() {
    setTimes(times + 1)
    if (chosen === undefined || problemsOf(chosen.id, wish.reason).length > 0) return
    const { from, reason } = wish
    beginning.mutate({ item: chosen.id, reason: reason.trim(), ...(from === undefined ? {} : { from }) })
  }

  return (
    <AskDialog
      title={words.begin}
      help={words.beginText}
      button={words.beginButton}
      sending={beginning}
      send={send}
      close={close}
    >
      <ErrorSummary times={times} problems={problems} />
      <Labelled id={IDS.item} label={words.beginItem} required error={wrong(IDS.item)}>
        <Select
          id={IDS.item}
          className="wide"
          placeholder={words.findItem}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={chosen?.id ?? null}
          options={withChosen(
            found.map(({ item: value, name: label }) => ({ value, label })),
            chosen,
          )}
          onChange={(id) => {
            const picked = found.find((each) => each.item === id)
            if (picked)
              setWish({
                ...wish,
                from: undefined,
                item: { id: picked.item, name: picked.name, version: picked.version },
              })
          }}
        />
      </Labelled>
      {chosen !== undefined && chosen.version > 1 && (
        <Labelled id={IDS.from} label={words.beginFrom} required group>
          <Radio.Group
            aria-label={words.beginFrom}
            className="choice"
            value={wish.from ?? 0}
            onChange={(event) => {
              const from = Number(event.target.value)
              setWish({ ...wish, item: chosen, from: from === 0 ? undefined : from })
            }}
            options={[{ value: 0, label: words.newest }, ...earlierOf(chosen.version)]}
          />
        </Labelled>
      )}
      {chosen !== undefined && wish.from !== undefined && (
        <GoingBack item={chosen.id} now={chosen.version} back={wish.from} />
      )}
      <Labelled
        id={IDS.reason}
        label={words.beginReason}
        required
        hint={words.beginReasonHint}
        error={wrong(IDS.reason)}
      >
        <Input.TextArea
          id={IDS.reason}
          value={wish.reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 8 }}
          aria-describedby={describedBy(IDS.reason, words.beginReasonHint, wrong(IDS.reason))}
          onChange={(event) => setWish({ ...wish, reason: event.target.value })}
        />
      </Labelled>
    </AskDialog>
  )
}

function useBegin(at: string | undefined) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const requests = useKeptRequest<NewChange>()
  return useSend({
    mutationFn: (wish: NewChange) => itemChanges.openChange(requests.begin(JSON.stringify(wish), wish)),
    onSuccess: ({ id }) => {
      requests.done()
      void client.invalidateQueries({ queryKey: ['item-changes'] })
      void (at === undefined
        ? navigate({ to: '/item-changes/$id', params: { id } })
        : navigate({ to: '/item-changes/$id/edit', params: { id }, search: { at } }))
    },
    onError: requests.failed,
  })
}

function problemsOf(item: string | undefined, reason: string): FieldProblem[] {
  return [
    ...(item === undefined ? [{ target: IDS.item, message: words.chooseItem }] : []),
    ...(reason.trim().length < LEAST ? [{ target: IDS.reason, message: words.reasonMissing }] : []),
  ]
}

/** The newest first: whoever goes back mostly goes back one. */
const earlierOf = (version: number) =>
  Array.from({ length: Math.min(version - 1, 10) }, (_each, at) => version - 1 - at).map((value) => ({
    value,
    label: words.earlier(value),
  }))

function withChosen(
  options: readonly { value: string; label: string }[],
  chosen: { id: string; name: string } | undefined,
) {
  if (chosen === undefined || options.some(({ value }) => value === chosen.id)) return [...options]
  return [{ value: chosen.id, label: chosen.name }, ...options]
}
