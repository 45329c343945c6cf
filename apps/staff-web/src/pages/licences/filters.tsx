import { Choose } from '../../lists/choose.tsx'
import { FindWords } from '../../lists/find-words.tsx'
import { narrowed } from '../../lists/narrowed.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { useItems } from '../intake/use-items.ts'
import { fileUrl, STATES, WITHIN, type LicencesSearch } from './search.ts'
import { licencesWords as words } from './words.ts'

interface Props {
  search: LicencesSearch
  change: (next: LicencesSearch) => void
}

/** Looking for a licence by number or holder, by item, by how it stands, and by when it runs out. */
export function Filters({ search, change }: Props) {
  const items = useItems('')
  const set =
    <Name extends keyof LicencesSearch>(name: Name) =>
    (value: LicencesSearch[Name] | undefined) =>
      change(narrowed(search, name, value))
  const granting = (items.data?.pages ?? []).flatMap((page) => page.items)
  return (
    <div className="filters no-print">
      <FindWords label={words.searchLabel} hint={words.search} value={search.q} change={set('q')} />
      <Choose
        find
        label={words.item}
        any={words.anyItem}
        value={search.item}
        options={granting.map(({ id, name }) => ({ value: id, label: name }))}
        change={set('item')}
      />
      <Choose
        label={words.state}
        any={words.anyState}
        value={search.state}
        options={STATES.map((value) => ({ value, label: words.states[value] }))}
        change={set('state')}
      />
      <Choose
        label={words.within}
        any={words.anyWithin}
        value={search.within}
        options={WITHIN.map((value) => ({ value, label: words.withinDays(value) }))}
        change={set('within')}
      />
      <TakeAway file={fileUrl(search)} />
    </div>
  )
}
