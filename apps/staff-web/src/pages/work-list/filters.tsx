import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { useEffect, useState } from 'react'
import { CASE_STATES, PROCEDURES, type CaseSummary } from '#capabilities/case/contract.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { ItemFilter } from './item-filter.tsx'
import { fileUrl, HOLDERS, isFiltered, type HolderFilter, type Queue, type WorkListSearch } from './search.ts'
import { useCounts } from './use-counts.ts'
import { procedureWords, stateWords, workListWords as words } from './words.ts'

interface Props {
  search: WorkListSearch
  queue: Queue
  queues: readonly Queue[]
  change: (next: WorkListSearch) => void
}

export function Filters({ search, queue, queues, change }: Props) {
  const counts = useCounts().data
  const numbers: Partial<Record<Queue, number>> =
    counts === undefined ? {} : { mine: counts.mine, open: counts.open }
  return (
    <div className="filters no-print">
      <Radio.Group
        aria-label={words.queue}
        optionType="button"
        value={queue}
        onChange={(event) => change(queued(search, event.target.value as Queue))}
        options={queues.map((value) => ({
          value,
          label:
            numbers[value] === undefined ? words.queues[value] : `${words.queues[value]} ${numbers[value]}`,
        }))}
      />
      <Select<CaseSummary['state'] | typeof ANY>
        aria-label={words.state}
        className="filter"
        value={search.state ?? ANY}
        onChange={(state) => change(without(search, 'state', state === ANY ? undefined : state))}
        options={STATES}
      />
      <Select<CaseSummary['procedure'] | typeof ANY>
        aria-label={words.procedure}
        className="filter"
        value={search.procedure ?? ANY}
        onChange={(procedure) =>
          change(without(search, 'procedure', procedure === ANY ? undefined : procedure))
        }
        options={KINDS}
      />
      {queue !== 'all' && (
        <Select<HolderFilter | typeof ANY>
          aria-label={words.holder}
          className="filter"
          value={search.holder ?? ANY}
          onChange={(holder) => change(without(search, 'holder', holder === ANY ? undefined : holder))}
          options={WHOSE}
        />
      )}
      <ItemFilter item={search.item} change={(item) => change(without(search, 'item', item))} />
      <Checkbox
        checked={search.projects !== undefined}
        onChange={({ target }) => change(without(search, 'projects', target.checked ? '1' : undefined))}
      >
        {words.projectsOnly}
      </Checkbox>
      <NumberFilter
        no={search.no ?? ''}
        change={(no) => change(without(search, 'no', no === '' ? undefined : no))}
      />
      <TakeAway file={fileUrl({ ...search, queue })} />
      {isFiltered(search) && <Button onClick={() => change({ queue })}>{words.clear}</Button>}
    </div>
  )
}

const ANY = 'any'
const STATES: { value: CaseSummary['state'] | typeof ANY; label: string }[] = [
  { value: ANY, label: words.anyState },
  ...CASE_STATES.map((state) => ({ value: state, label: stateWords[state] })),
]

const KINDS: { value: CaseSummary['procedure'] | typeof ANY; label: string }[] = [
  { value: ANY, label: words.anyProcedure },
  ...PROCEDURES.map((procedure) => ({ value: procedure, label: procedureWords[procedure] })),
]

const WHOSE: { value: HolderFilter | typeof ANY; label: string }[] = [
  { value: ANY, label: words.anyHolder },
  ...HOLDERS.map((holder) => ({ value: holder, label: words.holders[holder] })),
]

function NumberFilter({ no, change }: { no: string; change: (no: string) => void }) {
  const [typed, setTyped] = useState(no)
  useEffect(() => setTyped(no), [no])
  return (
    <form
      role="search"
      className="filter-number"
      onSubmit={(event) => {
        event.preventDefault()
        change(typed.replace(/\s/g, '').toUpperCase())
      }}
    >
      <Input
        aria-label={words.no}
        placeholder={words.noHint}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button htmlType="submit">{words.find}</Button>
    </form>
  )
}

/** Nobody holds what is closed, so that question ends with the list of everything. */
function queued(search: WorkListSearch, queue: Queue): WorkListSearch {
  const { holder, ...rest } = search
  return queue === 'all' || holder === undefined ? { ...rest, queue } : { ...rest, holder, queue }
}

function without<K extends 'state' | 'item' | 'procedure' | 'holder' | 'projects' | 'no'>(
  search: WorkListSearch,
  name: K,
  value: WorkListSearch[K] | undefined,
): WorkListSearch {
  const { [name]: _before, ...rest } = search
  return value === undefined ? rest : { ...rest, [name]: value }
}
