import { Button } from 'antd'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { PasswordForm } from '../../session/password-form.tsx'
import { useSignOut } from '../../session/use-sign-out.ts'
import { passwordWords as words } from '../../session/words.ts'
import { shellWords } from '../../shell/words.ts'
import './sign-in.css'

/** Nothing else may be done before the password is a new one. */
export default function MustChangePage({ done }: { done: (session: SessionView) => void }) {
  const signOut = useSignOut()
  return (
    <main className="sign-in">
      <div className="sheet stack">
        <h1>{words.title}</h1>
        <p>{words.must}</p>
        <PasswordForm done={done} />
        <Button type="link" block loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {shellWords.signOut}
        </Button>
      </div>
    </main>
  )
}
