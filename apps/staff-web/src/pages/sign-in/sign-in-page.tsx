import { useState } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { lastKeptPost } from '../../session/kept/store.ts'
import { SignInForm } from '../../session/sign-in-form.tsx'
import { LargerTextButton } from '../../shell/larger-text-button.tsx'
import { shellWords } from '../../shell/words.ts'
import { DemoAccountList } from './demo-account-list.tsx'
import './sign-in.css'
import { useDemoAccounts } from './use-demo-accounts.ts'
import { pageWords as words } from './words.ts'

export default function SignInPage({ done }: { done: (session: SessionView) => void }) {
  const demo = useDemoAccounts().data
  const [login, setLogin] = useState<string>()
  const [post] = useState(lastKeptPost)
  const start = demo && login !== undefined ? { login, password: demo.password } : undefined
  return (
    <main className="sign-in">
      <div className="sign-in-head">
        <p className="sign-in-mark">
          <strong>{shellWords.product}</strong> {shellWords.workbench}
        </p>
        <LargerTextButton />
      </div>
      <div className="sheet stack">
        <h1>{words.title}</h1>
        <SignInForm
          key={login}
          done={done}
          {...(start === undefined ? {} : { start })}
          {...(post === undefined ? {} : { post })}
        />
        <p className="small">
          <a href="/">{words.citizens}</a>
        </p>
      </div>
      {demo && <DemoAccountList demo={demo} choose={setLogin} />}
    </main>
  )
}
