import { Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { FailureNote } from '../server/failure-note.tsx'
import { isCode } from '../server/failure.ts'
import { useSignIn } from './use-sign-in.ts'
import { signInWords as words } from './words.ts'

interface Props {
  done: (session: SessionView) => void
  /** A demo account chosen below the form. */
  start?: { login: string; password: string }
  /** The post to come back to after an ended session. */
  post?: string
}

export function SignInForm({ done, start, post }: Props) {
  const id = useId()
  const [login, setLogin] = useState(start?.login ?? '')
  const [password, setPassword] = useState(start?.password ?? '')
  const signIn = useSignIn(done)

  function submit(event: FormEvent) {
    event.preventDefault()
    signIn.mutate({ login: login.trim(), password, ...(post === undefined ? {} : { post }) })
  }

  return (
    <form className="stack" onSubmit={submit}>
      {signIn.isError && (
        <FailureNote
          error={signIn.error}
          more={isCode(signIn.error, 'sign-in-wrong') && <p>{words.lockWarning}</p>}
        />
      )}
      <div>
        <label htmlFor={`${id}-login`}>{words.login}</label>
        <Input
          id={`${id}-login`}
          autoComplete="username"
          autoCapitalize="none"
          required
          maxLength={80}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor={`${id}-password`}>{words.password}</label>
        <Input
          id={`${id}-password`}
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <Button
        type="primary"
        htmlType="submit"
        block
        autoFocus={start !== undefined}
        loading={signIn.isPending}
      >
        {words.signIn}
      </Button>
    </form>
  )
}
