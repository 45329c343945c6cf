import { Button, Input, Select } from 'antd'
import { useItems } from '../intake/use-items.ts'
import { fileUrl, STATES, WITHIN, type LicencesSearch } from './search.ts'
import { licencesWords as words } from './words.ts'

const ANY = ''

/** Looking for a licence by number or holder, by item, by how it stands, and by when it runs out. */
export function Filters({
  search,
  change,
}: {
  search: LicencesSearch
  change: (next: LicencesSearch) => void
}) {
  const items = useItems(ANY)
  const set = (name: keyof LicencesSearch, value: string | number) => {
    const { [name]: _before, ...rest } = search
    change(value === ANY ? rest : { ...rest, [name]: value })
  }
  const granting = (items.data?.pages ?? [])
    .flatMap((page) => page.items)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="filters no-print">
      <Input.Search
        className="filter-search"
        key={search.q ?? ANY}
        aria-label={words.searchLabel}
        placeholder={words.search}
        defaultValue={search.q ?? ANY}
        allowClear
        onSearch={(value) => set('q', value.trim())}
      />
      <Select
        aria-label={words.item}
        value={search.item ?? ANY}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(value) => set('item', value)}
        options={[{ value: ANY, label: words.anyItem }, ...granting]}
      />
      <Select
        aria-label={words.state}
        value={search.state ?? ANY}
        onChange={(value) => set('state', value)}
        options={[
          { value: ANY, label: words.anyState },
          ...STATES.map((value) => ({ value, label: words.states[value] })),
        ]}
      />
      <Select
        aria-label={words.within}
        value={search.within ?? ANY}
        onChange={(value) => set('within', value)}
        options={[
          { value: ANY, label: words.anyWithin },
          ...WITHIN.map((value) => ({ value, label: words.withinDays(value) })),
        ]}
      />
      <Button href={fileUrl(search)} download>
        {words.export}
      </Button>
    </div>
  )
}
