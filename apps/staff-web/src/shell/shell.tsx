import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { shortTitle } from '../session/post-name.ts'
import { ExpiredDialog } from '../session/expired-dialog.tsx'
import { AccountMenu } from './account-menu.tsx'
import { useCounts } from '../pages/work-list/use-counts.ts'
import { navigationFor } from './navigation.ts'
import { Notice } from './notice.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import './shell.css'
import { LargerTextButton } from './larger-text-button.tsx'
import { Waiting } from './waiting.tsx'
import { shellWords as words } from './words.ts'

export default function Shell({ session }: { session: SessionView }) {
  return (
    <>
      <a className="skip-link" href="#content">
        {words.skip}
      </a>
      <header className="head no-print">
        <div className="head-bar">
          <Link to="/" className="mark">
            <strong>{words.product}</strong> {words.workbench}
          </Link>
          <p className="where">
            <span>{session.post.placeName}</span>
            <span className="muted">{shortTitle(session.post)}</span>
          </p>
          <div className="head-tools">
            <ShortcutSheet />
            <LargerTextButton />
            <AccountMenu session={session} />
          </div>
          <nav aria-label={words.navigation} className="navigation">
            {navigationFor(session.post.roles).map((place) => (
              <Link
                key={place.to}
                to={place.to}
                activeProps={{ 'aria-current': 'page' }}
                activeOptions={{ includeSearch: false }}
              >
                {place.title}
                {place.counts && <Waits />}
              </Link>
            ))}
          </nav>
        </div>
        {session.demo && <p className="demo">{words.demo}</p>}
      </header>
      <main id="content" className="page" tabIndex={-1} key={session.post.id}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <Notice />
      <ExpiredDialog session={session} />
    </>
  )
}

/** How many things wait for my word, whatever page is open. */
function Waits() {
  const counts = useCounts().data
  const waiting = (counts?.approvals ?? 0) + (counts?.licences ?? 0)
  return waiting === 0 ? undefined : <span className="waits">{waiting}</span>
}
