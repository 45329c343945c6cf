import { useNavigate, useSearch } from '@tanstack/react-router'
import { Radio } from 'antd'
import { Boundary } from './boundary.tsx'
import { Differences } from './differences.tsx'
import './item-tiers.css'
import { Lineage } from './lineage.tsx'
import { VIEWS, type ItemTiersSearch, type View } from './search.ts'
import { tierWords as words } from './words.ts'

/** 事项层级: whose power an item is, where it differs from the lists above, and who set each value of it. */
export function ItemTiersPage() {
  const { view = 'boundary', item, ...filter } = useSearch({ from: '/item-tiers' })
  const navigate = useNavigate()
  const change = (next: ItemTiersSearch) => void navigate({ to: '/item-tiers', search: next, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <div className="row no-print">
        <Radio.Group
          aria-label={words.viewList}
          optionType="button"
          value={view}
          onChange={(event) => change({ view: event.target.value as View, ...(item ? { item } : {}) })}
          options={VIEWS.map((each) => ({ value: each, label: words.views[each] }))}
        />
      </div>
      {view === 'boundary' && <Boundary />}
      {view === 'differences' && <Differences filter={filter} change={(next) => change({ view, ...next })} />}
      {view === 'lineage' && <Lineage item={item} choose={(next) => change({ view, item: next })} />}
    </>
  )
}
