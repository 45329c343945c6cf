import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ViewChoice } from '../../shell/view-choice.tsx'
import { Batches } from './batches.tsx'
import { BothTiers } from './both-tiers.tsx'
import './delegation.css'
import { Guiding } from './guiding.tsx'
import { VIEWS, type DelegationSearch, type View } from './search.ts'
import { Sinking } from './sinking.tsx'
import { Sorting } from './sorting.tsx'
import { delegationWords as words } from './words.ts'

const BOOKS: Readonly<Record<View, readonly (keyof typeof words.books)[]>> = {
  batches: ['delegation-batch', 'delegation-reception', 'post-training'],
  'both-tiers': ['delegation-judgement', 'delegation-batch'],
  sorting: ['sorting-round', 'sorting-line'],
  guiding: ['guiding-line'],
  sinking: ['step-sinking', 'station-question'],
}

/** 事项下放: batches and who is awaited, how ready each town is, what is not delegated and why, and the lists it rests on. */
export function DelegationPage() {
  const { view = 'batches', batch } = useSearch({ from: '/delegation' })
  const navigate = useNavigate()
  const change = (next: DelegationSearch) => void navigate({ to: '/delegation', search: next, replace: true })
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
      <p className="row no-print">
        {BOOKS[view].map((book) => (
          <Link key={book} to="/books/$book" params={{ book }}>
            {words.books[book]}
          </Link>
        ))}
      </p>
      {view === 'batches' && (
        <Batches opened={batch} open={(id) => change({ view, ...(id === undefined ? {} : { batch: id }) })} />
      )}
      {view === 'both-tiers' && <BothTiers />}
      {view === 'sorting' && <Sorting />}
      {view === 'guiding' && <Guiding />}
      {view === 'sinking' && <Sinking />}
    </>
  )
}
