import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { dayOf, isDay } from '#ui/format/day.ts'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import { Tabs } from '../../shell/tabs.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { BodiesTab } from './bodies-tab.tsx'
import { ComingTab } from './coming-tab.tsx'
import { CoverageTab } from './coverage-tab.tsx'
import { DutiesTab } from './duties-tab.tsx'
import { PlacesTab } from './places-tab.tsx'
import { groundFileUrl, type OrganisationSearch } from './search.ts'
import { SuccessionsTab } from './successions-tab.tsx'
import { useGround } from './use-ground.ts'
import { organisationWords as words } from './words.ts'
import '../../lists/lists.css'
import './organisation.css'

/** 机构和场所 as they stood on a day: for whoever keeps them and whoever watches. */
export function OrganisationPage() {
  const search = useSearch({ from: '/organisation' })
  const navigate = useNavigate()
  const keeps = useSignedIn().post.roles.includes('organiser')
  const found = useGround(search)
  const change = (day: string) => {
    const next: OrganisationSearch = isDay(day) ? { day } : {}
    void navigate({ to: '/organisation', search: next, replace: true })
  }
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <div className="filters no-print">
        <label className="row">
          <span>{words.day}</span>
          <Input
            type="date"
            className="date"
            value={search.day ?? dayOf(new Date().toISOString())}
            onChange={({ target }) => change(target.value)}
          />
        </label>
      </div>
      {found.isPending && <Waiting />}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <Tabs
          label={words.tabList}
          tabs={[
            {
              key: 'places',
              label: words.tabs.places,
              content: () => (
                <Taken list="places" search={search}>
                  <PlacesTab
                    places={found.data.places}
                    bodies={found.data.bodies}
                    keeps={keeps}
                    search={search}
                  />
                </Taken>
              ),
            },
            {
              key: 'bodies',
              label: words.tabs.bodies,
              content: () => (
                <Taken list="bodies" search={search}>
                  <BodiesTab bodies={found.data.bodies} keeps={keeps} />
                </Taken>
              ),
            },
            {
              key: 'coming',
              label:
                found.data.coming.length > 0
                  ? words.comingCount(found.data.coming.length)
                  : words.tabs.coming,
              content: () => <ComingTab coming={found.data.coming} keeps={keeps} />,
            },
            {
              key: 'coverage',
              label: words.tabs.coverage,
              content: () => (
                <Taken list="uncovered" search={search}>
                  <CoverageTab ground={found.data} keeps={keeps} />
                </Taken>
              ),
            },
            {
              key: 'duties',
              label: words.tabs.duties,
              content: () => (
                <Taken list="duties" search={search}>
                  <DutiesTab search={search} />
                </Taken>
              ),
            },
            {
              key: 'successions',
              label: words.tabs.successions,
              content: () => (
                <Taken list="successions" search={search}>
                  <SuccessionsTab />
                </Taken>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

/** Every list goes out as a file and on paper. */
function Taken({
  list,
  search,
  children,
}: {
  list: string
  search: OrganisationSearch
  children: React.ReactNode
}) {
  return (
    <div className="stack">
      <TakeAway file={groundFileUrl(list, search)} onPaper />
      {children}
    </div>
  )
}
