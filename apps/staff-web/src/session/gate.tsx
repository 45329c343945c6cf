import { lazy, Suspense } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { FailureNote } from '../server/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { keepSession, useSession } from './use-session.ts'

// Asked for at once: it is on its way while the server says who sits here.
const shell = import('../shell/shell.tsx')
const Shell = lazy(() => shell)
// Told where it is drawn, if it has not come.
shell.catch(() => undefined)
const MustChangePage = lazy(() => import('../pages/sign-in/must-change-page.tsx'))
const SignInPage = lazy(() => import('../pages/sign-in/sign-in-page.tsx'))

/** The frame of everything: nobody signed in sees the sign-in page, everybody else the workbench. */
export function Gate() {
  const session = useSession()
  if (session.isPending) return <Waiting />
  if (session.isError) {
    return (
      <main className="page">
        <FailureNote error={session.error} retry={() => void session.refetch()} />
      </main>
    )
  }
  return (
    <Suspense fallback={<Waiting />}>
      <Room session={session.data} />
    </Suspense>
  )
}

function Room({ session }: { session: SessionView | null }) {
  if (session === null) return <SignInPage done={keepSession} />
  return session.mustChange ? <MustChangePage done={keepSession} /> : <Shell session={session} />
}
