import { Link, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useCounts } from '../pages/work-list/use-counts.ts'
import { lastList } from './last-list.ts'
import { navigationFor } from './navigation.ts'
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
        {places.map((place) => (
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
        ))}
      </div>
    </nav>
  )
}

/** How many things wait for my word, whatever page is open. */
function Waits() {
  const counts = useCounts().data
  const waiting = (counts?.approvals ?? 0) + (counts?.licences ?? 0)
  return waiting === 0 ? undefined : <span className="waits">{waiting}</span>
}
