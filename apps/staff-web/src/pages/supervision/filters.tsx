import { Radio } from 'antd'
import { useState } from 'react'
import { Choose } from '../../lists/choose.tsx'
import { narrowed } from '../../lists/narrowed.ts'
import { TwoDays } from '../../lists/two-days.tsx'
import { lastMonth, thisMonth, type Days } from './periods.ts'
import type { SupervisionSearch } from './search.ts'
import { usePlaces } from './use-places.ts'
import { supervisionWords as words } from './words.ts'

type Choice = 'month' | 'before' | 'custom'

interface Props {
  search: SupervisionSearch
  change: (next: SupervisionSearch) => void
  /** A director has one place and nothing to choose. */
  choosesPlace: boolean
}

export function Filters({ search, change, choosesPlace }: Props) {
  const days = { ...thisMonth(), ...search }
  const [custom, setCustom] = useState(choiceOf(search) === 'custom')
  const choice = custom ? 'custom' : choiceOf(search)
  const move = (next: Days) => change({ ...search, ...next })
  return (
    <div className="filters no-print">
      <Radio.Group
        aria-label={words.period}
        optionType="button"
        value={choice}
        onChange={(event) => {
          const chosen = event.target.value as Choice
          setCustom(chosen === 'custom')
          if (chosen !== 'custom') move(chosen === 'month' ? thisMonth() : lastMonth())
        }}
        options={(['month', 'before', 'custom'] as const).map((value) => ({
          value,
          label: words.periods[value],
        }))}
      />
      {choice === 'custom' && (
        <TwoDays
          days={days}
          change={(next) => {
            if (next.from !== '' && next.to !== '') move(next)
          }}
        />
      )}
      {choosesPlace && <PlaceFilter search={search} change={change} />}
    </div>
  )
}

function choiceOf({ from, to }: SupervisionSearch): Choice {
  const is = (days: Days) => days.from === from && days.to === to
  if ((from === undefined && to === undefined) || is(thisMonth())) return 'month'
  return is(lastMonth()) ? 'before' : 'custom'
}

function PlaceFilter({ search, change }: Pick<Props, 'search' | 'change'>) {
  const places = usePlaces()
  return (
    <Choose
      find
      loading={places.isFetching}
      label={words.place}
      any={words.anyPlace}
      value={search.place}
      options={(places.data?.places ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      change={(place) => change(narrowed(search, 'place', place))}
    />
  )
}
