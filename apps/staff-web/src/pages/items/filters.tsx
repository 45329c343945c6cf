import { Choose } from '../../lists/choose.tsx'
import { FindWords } from '../../lists/find-words.tsx'
import { narrowed } from '../../lists/narrowed.ts'
import { SEVERITIES, type QualitySearch } from './search.ts'
import { useItemChecks } from './use-quality.ts'
import { qualityWords as words } from './words.ts'

interface Props {
  search: QualitySearch
  change: (next: QualitySearch) => void
}

/** Which item, which check it breaks, how grave that is. */
export function Filters({ search, change }: Props) {
  const { checks = [] } = useItemChecks().data ?? {}
  const set =
    <Name extends keyof QualitySearch>(name: Name) =>
    (value: QualitySearch[Name] | undefined) =>
      change(narrowed(search, name, value))
  return (
    <div className="filters no-print">
      <FindWords label={words.searchLabel} hint={words.search} value={search.q} change={set('q')} />
      <Choose
        label={words.severity}
        any={words.anySeverity}
        value={search.severity}
        options={SEVERITIES.map((value) => ({ value, label: words.severities[value] }))}
        change={set('severity')}
      />
      <Choose
        find
        label={words.check}
        any={words.anyCheck}
        value={search.check}
        options={checks
          .filter(({ id, broken }) => broken > 0 || id === search.check)
          .toSorted((a, b) => b.broken - a.broken)
          .map(({ id, title, broken }) => ({ value: id, label: words.broken(title, broken) }))}
        change={set('check')}
      />
    </div>
  )
}
