import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Labelled } from '../../form/labelled.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { useCreateAccount } from './use-create-account.ts'
import { accountsWords as words } from './words.ts'

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/

interface Props {
  close: () => void
  done: (login: string, password: string) => void
}

export function CreateDialog({ close, done }: Props) {
  const [login, setLogin] = useState('')
  const [person, setPerson] = useState('')
  const [tried, setTried] = useState(false)
  const create = useCreateAccount()
  const loginProblem = tried && !LOGIN.test(login) ? words.loginHint : undefined
  const personProblem = tried && person.trim() === '' ? words.personNeeded : undefined

  function confirm() {
    setTried(true)
    if (!LOGIN.test(login) || person.trim() === '') return
    create.mutate(
      { login, person: person.trim() },
      { onSuccess: (made) => done(made.login, made.temporaryPassword) },
    )
  }

  return (
    <Modal
      open
      title={words.create}
      okText={words.create}
      cancelText={words.cancel}
      confirmLoading={create.isPending}
      onOk={confirm}
      onCancel={close}
    >
      <div className="stack">
        {create.isError && <FailureNote error={create.error} />}
        <Labelled id="new-login" label={words.login} required hint={words.loginHint} error={loginProblem}>
          <Input
            id="new-login"
            autoFocus
            autoCapitalize="none"
            maxLength={40}
            aria-invalid={loginProblem !== undefined}
            aria-describedby="new-login-hint new-login-error"
            value={login}
            onChange={(event) => setLogin(event.target.value.trim())}
          />
        </Labelled>
        <Labelled id="new-person" label={words.person} required hint={words.personHint} error={personProblem}>
          <Input
            id="new-person"
            maxLength={60}
            aria-invalid={personProblem !== undefined}
            aria-describedby="new-person-hint new-person-error"
            value={person}
            onChange={(event) => setPerson(event.target.value)}
          />
        </Labelled>
      </div>
    </Modal>
  )
}
