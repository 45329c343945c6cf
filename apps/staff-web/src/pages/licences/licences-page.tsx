import { useNavigate, useSearch } from '@tanstack/react-router'
import { PagedList } from '../../lists/paged-list.tsx'
import { Filters } from './filters.tsx'
import './licences.css'
import { Row } from './row.tsx'
import type { LicencesSearch } from './search.ts'
import { useLicences } from './use-licences.ts'
import { licencesWords as words } from './words.ts'

/** 证照台账: every licence of the area that this post may see. */
export function LicencesPage() {
  const search = useSearch({ from: '/licences' })
  const navigate = useNavigate()
  const list = useLicences(search)
  // Whoever asks for what runs out soon reads it in that order.
  const byDay = search.within !== undefined
  const change = (next: LicencesSearch) => void navigate({ to: '/licences', search: next, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <Filters search={search} change={change} />
      <PagedList
        list={list}
        label={byDay ? words.listByDay : words.list}
        empty={words.empty}
        columns={{
          className: 'licence-row',
          titles: [
            byDay ? words.licence : words.licenceNewest,
            words.holder,
            byDay ? words.validityFirst : words.validity,
            words.standing,
          ],
        }}
        row={(summary) => <Row key={summary.number} summary={summary} />}
      />
    </>
  )
}
