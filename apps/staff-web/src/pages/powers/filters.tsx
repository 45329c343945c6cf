import { Input, Select } from 'antd'
import { KINDS, STANDINGS, type PowersSearch } from './search.ts'
import { usePowerChoices } from './use-powers.ts'
import { powersWords as words } from './words.ts'

const ANY = ''

/** Looking for a power by item, by the body that has it, by where it comes from and how it stands. */
export function Filters({ search, change }: { search: PowersSearch; change: (next: PowersSearch) => void }) {
  const choices = usePowerChoices()
  const set = (name: keyof PowersSearch, value: string) => {
    const { [name]: _before, ...rest } = search
    change(value === ANY ? rest : { ...rest, [name]: value })
  }
  return (
    <div className="filters no-print">
      <Input.Search
        className="filter-search"
        key={search.q ?? ANY}
        aria-label={words.searchLabel}
        placeholder={words.search}
        defaultValue={search.q ?? ANY}
        onSearch={(value) => set('q', value.trim())}
      />
      <Select
        aria-label={words.body}
        value={search.body ?? ANY}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(value) => set('body', value)}
        options={[
          { value: ANY, label: words.anyBody },
          ...(choices.data?.bodies ?? []).map(({ value, label }) => ({ value, label })),
        ]}
      />
      <Select
        aria-label={words.kind}
        value={search.kind ?? ANY}
        onChange={(value) => set('kind', value)}
        options={[
          { value: ANY, label: words.anyKind },
          ...KINDS.map((value) => ({ value, label: words.kinds[value] })),
        ]}
      />
      <Select
        aria-label={words.standing}
        value={search.standing ?? ANY}
        onChange={(value) => set('standing', value)}
        options={[
          { value: ANY, label: words.anyStanding },
          ...STANDINGS.map((value) => ({ value, label: words.standings[value] })),
        ]}
      />
    </div>
  )
}
