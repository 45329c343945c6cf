import { Link } from '@tanstack/react-router'
import { Alert, Radio } from 'antd'
import { useState } from 'react'
import type { ItemToChange, NewChange } from '#capabilities/catalogue/contract/change.ts'
import type { FieldProblem } from '../../form/error-summary.tsx'
import { Labelled } from '../../form/labelled.tsx'
import { itemChanges } from '../../server/clients.ts'
import { useKept } from '../../session/kept/use-kept.ts'
import { Beginning, problemAt, useBeginning } from './beginning.tsx'
import { reasonProblems } from './reason.ts'
import { GoingBack } from './going-back.tsx'
import { ItemPicker } from './item-picker.tsx'
import { useItemsToChange } from './use-item-changes.ts'
import { changeWords as words } from './words.ts'

interface Wish {
  item: ItemToChange | undefined
  from: number | undefined
  reason: string
}

const IDS = { item: 'begin-item', from: 'begin-from', reason: 'begin-reason' }
const SAID = {
  ...{ title: words.begin, help: words.beginText, button: words.beginButton },
  ...{ reason: words.beginReason, reasonHint: words.beginReasonHint },
}

interface Props {
  item: string | undefined
  /** What of it is to be mended: the way on is straight to that field. */
  at: string | undefined
  close: () => void
}

/** Which item, from which of its versions, and why. */
export function BeginDialog({ item: wanted, at, close }: Props) {
  const [wish, setWish] = useKept<Wish>('wish', 'begin', () => ({
    ...{ item: undefined, from: undefined, reason: '' },
  }))
  const [times, setTimes] = useState(0)
  const sentTo = useItemsToChange(wanted ?? '', wanted !== undefined).data?.items
  const chosen = wish.item ?? sentTo?.find(({ id }) => id === wanted)
  const beginning = useBeginning<NewChange>((request) => itemChanges.openChange(request), {
    // What goes back to an earlier version may be complete already.
    ...{ editor: at !== undefined, at },
  })
  const problems = times === 0 ? [] : problemsOf(chosen, wish.reason)

  function send() {
    setTimes(times + 1)
    if (chosen === undefined || problemsOf(chosen, wish.reason).length > 0) return
    const { from, reason } = wish
    beginning.mutate({ item: chosen.id, reason: reason.trim(), ...(from === undefined ? {} : { from }) })
  }

  return (
    <Beginning
      words={SAID}
      reasonId={IDS.reason}
      reason={wish.reason}
      setReason={(reason) => setWish({ ...wish, reason })}
      {...{ times, problems, send, close, sending: beginning, blocked: chosen?.open !== undefined }}
    >
      <Labelled id={IDS.item} label={words.beginItem} required error={problemAt(problems, IDS.item)}>
        <ItemPicker
          id={IDS.item}
          value={chosen}
          ownOnly
          choose={(item) => setWish({ ...wish, from: undefined, item })}
        />
      </Labelled>
      {chosen?.open !== undefined && <UnderWay change={chosen.open} />}
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
    </Beginning>
  )
}

/** An item has one change at a time; the way on is that one. */
function UnderWay({ change }: { change: string }) {
  return (
    <Alert
      type="info"
      role="status"
      title={words.underWay}
      action={
        <Link to="/item-changes/$id" params={{ id: change }}>
          {words.toUnderWay}
        </Link>
      }
    />
  )
}

const problemsOf = (item: ItemToChange | undefined, reason: string): FieldProblem[] => [
  ...(item === undefined ? [{ target: IDS.item, message: words.chooseItem }] : []),
  ...reasonProblems(IDS.reason, reason, words.reasonMissing),
]

/** The newest first: whoever goes back mostly goes back one. */
const earlierOf = (version: number) =>
  Array.from({ length: Math.min(version - 1, 10) }, (_each, at) => version - 1 - at).map((value) => ({
    value,
    label: words.earlier(value),
  }))
