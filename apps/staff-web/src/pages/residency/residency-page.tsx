import { useNavigate, useSearch } from '@tanstack/react-router'
import { ViewChoice } from '../../shell/view-choice.tsx'
import { Items } from './items.tsx'
import { List } from './list.tsx'
import './residency.css'
import { VIEWS, type ResidencySearch } from './search.ts'
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
      <ViewChoice
        label={words.viewList}
        views={VIEWS}
        names={words.views}
        value={view}
        change={(next) => change({ view: next })}
      />
      {view === 'items' && <Items />}
      {view === 'units' && <Units />}
      {view !== 'items' && view !== 'units' && (
        <List list={view} no={no} choose={(chosen) => change({ view, no: chosen })} />
      )}
    </>
  )
}
