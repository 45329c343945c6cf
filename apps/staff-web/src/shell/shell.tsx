import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { shortTitle } from '../session/post-name.ts'
import { ConnectionBanner } from '../session/connection-banner.tsx'
import { useSessionExpired } from '../session/expiry.ts'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell/bell.tsx'
import { NavigationBar } from './navigation-bar.tsx'
import { hearsNews, seesCases } from './navigation.ts'
import { Notice } from './notice.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import './shell.css'
import { PaletteButton } from './palette/palette-button.tsx'
import { LargerTextButton } from './larger-text-button.tsx'
import { Waiting } from './waiting.tsx'
import { shellWords as words } from './words.ts'

const loadExpired = () => import('../session/expired-dialog.tsx')
const ExpiredDialog = lazy(async () => ({ default: (await loadExpired()).ExpiredDialog }))

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
            <PaletteButton session={session} />
            {(seesCases(session.post.roles) || hearsNews(session.post.roles)) && (
              <Bell cases={seesCases(session.post.roles)} />
            )}
            <ShortcutSheet />
            <LargerTextButton />
            <AccountMenu session={session} />
          </div>
          <NavigationBar roles={session.post.roles} />
        </div>
        {session.demo && <p className="demo">{words.demo}</p>}
      </header>
      <main id="content" className="page" tabIndex={-1} key={session.post.id}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <Notice />
      <ConnectionBanner />
      <Expired session={session} />
    </>
  )
}

/** Fetched once the page is at rest, so that it is there when the session ends and nobody waits for it before. */
function Expired({ session }: { session: SessionView }) {
  const expired = useSessionExpired()
  useEffect(() => {
    const timer = setTimeout(() => void loadExpired().catch(() => undefined), AT_REST_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    expired && (
      <Suspense>
        <ExpiredDialog session={session} />
      </Suspense>
    )
  )
}

const AT_REST_MS = 10_000
