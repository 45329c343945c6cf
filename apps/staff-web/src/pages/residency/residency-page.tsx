import { useNavigate, useSearch } from '@tanstack/react-router'
import { Radio } from 'antd'
import { Items } from './items.tsx'
import { List } from './list.tsx'
import './residency.css'
import { VIEWS, type ResidencySearch, type View } from './search.ts'
import { Units } from './units.tsx'
import { residencyWords as words } from './words.ts'

/** 进驻管理: what is not yet at a window, which units are not yet in the hall, and the lists that say what has to be. */
export function ResidencyPage() {
  const { view = 'items', no } = useSearch({ from: '/residency' })
  const navigate = useNavigate()
  const change = (next: ResidencySearch) => void navigate({ to: '/residency', search: next, replace: true })
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
          onChange={(event) => change({ view: event.target.value as View })}
          options={VIEWS.map((each) => ({ value: each, label: words.views[each] }))}
        />
      </div>
      {view === 'items' && <Items />}
      {view === 'units' && <Units />}
      {view !== 'items' && view !== 'units' && (
        <List list={view} no={no} choose={(chosen) => change({ view, no: chosen })} />
      )}
    </>
  )
}
