import { Choose } from '../../lists/choose.tsx'
import { FindWords } from '../../lists/find-words.tsx'
import { narrowed } from '../../lists/narrowed.ts'
import { KINDS, POWERS, STANDINGS, type PowersSearch } from './search.ts'
import { usePowerChoices } from './use-powers.ts'
import { powersWords as words } from './words.ts'

interface Props {
  search: PowersSearch
  change: (next: PowersSearch) => void
}

/** Who may do what where: by item, by what may be done, by place, by body, by where it comes from and how it stands. */
export function Filters({ search, change }: Props) {
  const { bodies = [], places = [] } = usePowerChoices().data ?? {}
  const set =
    <Name extends keyof PowersSearch>(name: Name) =>
    (value: PowersSearch[Name] | undefined) =>
      change(narrowed(search, name, value))
  return (
    <div className="filters no-print">
      <FindWords label={words.searchLabel} hint={words.search} value={search.q} change={set('q')} />
      <Choose
        label={words.power}
        any={words.anyPower}
        value={search.power}
        options={POWERS.map((value) => ({ value, label: words.may(words.powerNames[value]) }))}
        change={set('power')}
      />
      <Choose
        find
        label={words.place}
        any={words.anyPlace}
        value={search.place}
        options={places}
        change={set('place')}
      />
      <Choose
        find
        label={words.body}
        any={words.anyBody}
        value={search.body}
        options={bodies}
        change={set('body')}
      />
      <Choose
        label={words.kind}
        any={words.anyKind}
        value={search.kind}
        options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        change={set('kind')}
      />
      <Choose
        label={words.standing}
        any={words.anyStanding}
        value={search.standing}
        options={STANDINGS.map((value) => ({ value, label: words.standings[value] }))}
        change={set('standing')}
      />
    </div>
  )
}
