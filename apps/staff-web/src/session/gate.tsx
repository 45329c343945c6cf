import { lazy, Suspense } from 'react'
import { FailureNote } from '../server/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { keepSession, useSession } from './use-session.ts'

const Shell = lazy(() => import('../shell/shell.tsx'))
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
      {session.data === null ? <SignInPage done={keepSession} /> : <Shell session={session.data} />}
    </Suspense>
  )
}
