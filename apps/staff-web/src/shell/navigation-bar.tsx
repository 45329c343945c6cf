import { Link, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useCounts } from '../pages/work-list/use-counts.ts'
import { lastList } from './last-list.ts'
import { navigationFor, type Group, type Place } from './navigation.ts'
import { shellWords as words } from './words.ts'

/** Where this post can go: one line at a desk, folded behind one button on a phone. */
export function NavigationBar({ roles }: { roles: readonly string[] }) {
  const places = navigationFor(roles)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [openAt, setOpenAt] = useState<string>()
  // Open on the page where it was opened: going somewhere folds it again.
  const open = openAt === path
  if (places.length === 0) return null
  // A case belongs to the list it was opened from.
  const list = path.includes('/cases/') ? lastList(roles) : undefined
  const here = places.find(({ to }) =>
    list === undefined ? path.endsWith(to) || path.includes(`${to}/`) : to === list,
  )
  const link = (place: Place) => (
    <Link
      key={place.to}
      to={place.to}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ includeSearch: false, exact: list !== undefined && place.to !== list }}
      {...(place.to === list ? { 'aria-current': 'page' as const } : {})}
      onClick={() => setOpenAt(undefined)}
    >
      {place.title}
      {place.counts && <Waits />}
    </Link>
  )
  // More than a line holds is read in parts.
  const parted = places.length > LINE
  const linksOf = (group: Group) => places.filter((place) => place.group === group).map(link)
  return (
    <nav aria-label={words.navigation} className="navigation" data-open={open}>
      <Button
        className="navigation-fold"
        aria-expanded={open}
        aria-controls="places"
        onClick={() => setOpenAt(open ? undefined : path)}
      >
        {words.places(here?.title)} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </Button>
      <div id="places" className="navigation-places">
        {parted
          ? GROUPS.map((group) => <Part key={group} group={group} links={linksOf(group)} />)
          : places.map(link)}
      </div>
    </nav>
  )
}

const LINE = 9
const GROUPS: readonly Group[] = ['cases', 'items', 'house']

/** One part of a long navigation under its name. */
function Part({ group, links }: { group: Group; links: readonly ReactNode[] }) {
  if (links.length === 0) return null
  return (
    <div className="navigation-part" role="group" aria-label={words.groups[group]}>
      <span aria-hidden="true" className="small muted">
        {words.groups[group]}
      </span>
      {links}
    </div>
  )
}

/** How many things wait for my word, whatever page is open. */
function Waits() {
  const counts = useCounts().data
  const waiting = (counts?.approvals ?? 0) + (counts?.licences ?? 0)
  return waiting === 0 ? undefined : <span className="waits">{waiting}</span>
}
