import { Button, Checkbox, Input, Radio } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { CASE_STATES, PROCEDURES } from '#capabilities/case/contract.ts'
import { PROCEDURE_TITLES, STATE_TITLES } from '#capabilities/case/contract/titles.ts'
import { shownName } from '#capabilities/case/contract/shown-name.ts'
import { Choose } from '../../lists/choose.tsx'
import { FindWords } from '../../lists/find-words.tsx'
import { narrowed } from '../../lists/narrowed.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { DayFilter } from './day-filter.tsx'
import { ItemFilter } from './item-filter.tsx'
import { asksFor, HOLDERS, type Queue, type WorkListSearch } from './search.ts'
import { useCounts } from './use-counts.ts'
import type { Saved } from './use-saved-lists.ts'
import { workListWords as words } from './words.ts'

const ExportDialog = lazy(() => import('./export-dialog.tsx'))
const ColumnsDialog = lazy(() => import('./columns-dialog.tsx'))

interface Props {
  search: WorkListSearch
  queue: Queue
  queues: readonly Queue[]
  saved: Saved
  change: (next: WorkListSearch) => void
}

export function Filters({ search, queue, queues, saved, change }: Props) {
  const counts = useCounts().data
  const numbers: Partial<Record<Queue, number>> =
    counts === undefined ? {} : { mine: counts.mine, open: counts.open }
  const set =
    <Name extends keyof WorkListSearch>(name: Name) =>
    (value: WorkListSearch[Name] | undefined) =>
      change(narrowed(search, name, value))
  const [open, setOpen] = useState(false)
  const asked = asksFor(search)
  return (
    <div className="filters no-print" data-open={open}>
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
      <Button className="filters-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.fold(asked)} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </Button>
      <div className="filters-folded">
        <Choose
          label={words.state}
          any={words.anyState}
          value={search.state}
          options={CASE_STATES.map((value) => ({ value, label: STATE_TITLES[value] }))}
          change={set('state')}
        />
        <Choose
          label={words.procedure}
          any={words.anyProcedure}
          value={search.procedure}
          options={PROCEDURES.map((value) => ({ value, label: PROCEDURE_TITLES[value] }))}
          change={set('procedure')}
        />
        {queue !== 'all' && (
          <Choose
            label={words.holder}
            any={words.anyHolder}
            value={search.holder}
            options={HOLDERS.map((value) => ({ value, label: words.holders[value] }))}
            change={set('holder')}
          />
        )}
        <DayFilter of="received" range={search.received} change={set('received')} />
        {queue !== 'all' && <DayFilter of="due" range={search.due} change={set('due')} />}
        <ItemFilter item={search.item} change={set('item')} />
        <Checkbox
          checked={search.projects !== undefined}
          onChange={({ target }) => set('projects')(target.checked ? '1' : undefined)}
        >
          {words.projectsOnly}
        </Checkbox>
        <NumberFilter no={search.no ?? ''} change={(no) => set('no')(no === '' ? undefined : no)} />
        <FindWords
          label={words.applicantFilter}
          hint={words.applicantHint}
          value={search.applicant}
          change={(name) => set('applicant')(name === undefined ? undefined : shownName(name))}
        />
        <TakeAway
          file={(asking) => (
            <ExportDialog search={{ ...search, queue }} columns={saved.columns} {...asking} />
          )}
          onPaper
        />
        <ChooseColumns saved={saved} />
        {asked > 0 && <Button onClick={() => change({ queue })}>{words.clear}</Button>}
      </div>
    </div>
  )
}

function ChooseColumns({ saved }: { saved: Saved }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.chooseColumns.open}</Button>
      <Suspense>{open && <ColumnsDialog saved={saved} close={() => setOpen(false)} />}</Suspense>
    </>
  )
}

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

/** Nobody holds what is closed, and it falls due on no day: those questions end with the list of everything. */
function queued(search: WorkListSearch, queue: Queue): WorkListSearch {
  const { holder: _holder, due: _due, ...rest } = search
  return { ...(queue === 'all' ? rest : search), queue }
}
