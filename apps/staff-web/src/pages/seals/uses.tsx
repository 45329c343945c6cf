import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { SealUseView } from '#capabilities/licence-seal/contract/seal-routes.ts'
import { moment } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { usesFileUrl, useSeals, useUses, type UsesFilter } from './use-seals.ts'
import { sealsWords as words } from './words.ts'

const ANY = ''

/** 印章使用记录: newest first. */
export function Uses() {
  const [filter, setFilter] = useState<UsesFilter>({})
  const seals = useSeals()
  const set = (name: keyof UsesFilter, value: string) => {
    const { [name]: _before, ...rest } = filter
    setFilter(value === ANY ? rest : { ...rest, [name]: value })
  }
  return (
    <div className="stack">
      <div className="filters no-print">
        <Select
          aria-label={words.seal}
          value={filter.seal ?? ANY}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(value) => set('seal', value)}
          options={[
            { value: ANY, label: words.anySeal },
            ...(seals.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {(['from', 'to'] as const).map((name) => (
          <Input
            key={name}
            type="date"
            className="date"
            aria-label={words[name]}
            value={filter[name] ?? ANY}
            onChange={(event) => set(name, event.target.value)}
          />
        ))}
        <Button href={usesFileUrl(filter)} download>
          {words.export}
        </Button>
        <Button onClick={() => window.print()}>{words.print}</Button>
      </div>
      <Rows filter={filter} />
    </div>
  )
}

function Rows({ filter }: { filter: UsesFilter }) {
  const list = useUses(filter)
  if (list.isPending) return <Waiting />
  if (list.isError && list.data === undefined)
    return <FailureNote error={list.error} retry={() => void list.refetch()} />
  const found = list.data.pages.flatMap((page) => page.items)
  if (found.length === 0) return <p role="status">{words.noUses}</p>
  return (
    <>
      <ul className="rows" aria-label={words.uses}>
        {found.map((use) => (
          <Row key={`${use.no}-${use.at}-${use.paperText}`} use={use} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="no-print"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
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
      <div className="figures">{use.no}</div>
      <div>
        {use.operator}
        <div className="small muted">{use.placeName}</div>
      </div>
    </li>
  )
}
