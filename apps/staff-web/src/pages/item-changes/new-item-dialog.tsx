import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { NewItem } from '#capabilities/catalogue/contract/change.ts'
import { domainTitles } from '#capabilities/catalogue/contract/domains.ts'
import { Labelled } from '../../form/labelled.tsx'
import { itemChanges } from '../../server/clients.ts'
import { useKept } from '../../session/kept/use-kept.ts'
import { Beginning, problemAt, useBeginning } from './beginning.tsx'
import { newItemWords as words } from './dialog-words.ts'
import { optionsOf } from './field.ts'
import { ItemPicker } from './item-picker.tsx'
import { NEW_IDS as IDS, NO_WISH, wishOf, wishProblems, type NewWish } from './new-wish.ts'
import { useUpperItems } from './use-item-changes.ts'

const SAID = {
  ...{ title: words.title, help: words.text, button: words.begin },
  ...{ reason: words.reason, reasonHint: words.reasonHint },
}

/** An item that is not there yet: taken over from above, after another one, or from the first word. */
export function NewItemDialog({ close }: { close: () => void }) {
  const [wish, setWish] = useKept<NewWish>('wish', 'new-item', () => NO_WISH)
  const [times, setTimes] = useState(0)
  const beginning = useBeginning<NewItem>((request) => itemChanges.openNewItem(request), { editor: true })
  const problems = times === 0 ? [] : wishProblems(wish)
  const wrong = (target: string) => problemAt(problems, target)
  const change = (part: Partial<NewWish>) => setWish({ ...wish, ...part })

  function send() {
    setTimes(times + 1)
    const ready = wishOf(wish)
    if (ready !== undefined) beginning.mutate(ready)
  }

  return (
    <Beginning
      words={SAID}
      reasonId={IDS.reason}
      reason={wish.reason}
      setReason={(reason) => change({ reason })}
      {...{ times, problems, send, close, sending: beginning }}
    >
      <Labelled id={IDS.from} label={words.from} required group>
        <Radio.Group
          aria-label={words.from}
          className="choice"
          value={wish.kind}
          options={optionsOf(words.kinds)}
          onChange={(event) =>
            change({ kind: event.target.value as NewWish['kind'], source: undefined, copied: undefined })
          }
        />
      </Labelled>
      {wish.kind === 'upper' && <Upper wish={wish} change={change} error={wrong(IDS.source)} />}
      {wish.kind === 'copy' && (
        <Labelled id={IDS.source} label={words.copy} required error={wrong(IDS.source)}>
          <ItemPicker
            id={IDS.source}
            value={wish.copied}
            choose={(copied) => change({ copied, source: copied.id })}
          />
        </Labelled>
      )}
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
    </Beginning>
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
