import { Input } from 'antd'
import { useState } from 'react'
import type { SealUseView } from '#capabilities/licence-seal/contract/seal-routes.ts'
import { moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { Choose } from '../../lists/choose.tsx'
import { narrowed } from '../../lists/narrowed.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { usesFileUrl, useSeals, useUses, type UsesFilter } from './use-seals.ts'
import { sealsWords as words } from './words.ts'

/** 印章使用记录: newest first. */
export function Uses() {
  const [filter, setFilter] = useState<UsesFilter>({})
  const seals = useSeals()
  const list = useUses(filter)
  const set =
    <Name extends keyof UsesFilter>(name: Name) =>
    (value: UsesFilter[Name] | undefined) =>
      setFilter(narrowed(filter, name, value))
  return (
    <div className="stack">
      <div className="filters no-print">
        <Choose
          find
          label={words.seal}
          any={words.anySeal}
          value={filter.seal}
          options={(seals.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          change={set('seal')}
        />
        {(['from', 'to'] as const).map((name) => (
          <Input
            key={name}
            type="date"
            className="date"
            aria-label={words[name]}
            value={filter[name] ?? ''}
            onChange={(event) => set(name)(event.target.value || undefined)}
          />
        ))}
        <TakeAway file={usesFileUrl(filter)} onPaper />
      </div>
      <PagedList
        list={list}
        label={words.uses}
        empty={words.noUses}
        row={(use) => <Row key={`${use.no}-${use.at}-${use.paperText}`} use={use} />}
      />
    </div>
  )
}

function Row({ use }: { use: SealUseView }) {
  return (
    <li className="rows-4">
      <div>
        <strong>{use.sealName}</strong>
        <div className="small muted">{moment(use.at)}</div>
      </div>
      <div>
        {use.itemName}
        <div className="small muted">{use.paperText}</div>
      </div>
      <div className="figures">{groupedNumber(use.no)}</div>
      <div>
        {use.operator}
        <div className="small muted">{use.placeName}</div>
      </div>
    </li>
  )
}
