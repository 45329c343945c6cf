import { Navigate } from '@tanstack/react-router'
import { useSignedIn } from '../session/use-session.ts'
import { startOf } from './navigation.ts'
import { shellWords as words } from './words.ts'

export function Start() {
  const to = startOf(useSignedIn().post.roles)
  if (to !== undefined) return <Navigate to={to} replace />
  return (
    <div className="sheet stack">
      <h1>{words.nothingToDoTitle}</h1>
      <p>{words.nothingToDoText}</p>
    </div>
  )
}
