import { Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { Labelled } from '../form/labelled.tsx'
import { FailureNote } from '../server/failure-note.tsx'
import { useChangePassword } from './use-change-password.ts'
import { passwordWords as words } from './words.ts'

/** The server judges the new password; here only the two entries are compared. */
export function PasswordForm({ done }: { done: (session: SessionView) => void }) {
  const id = useId()
  const [values, setValues] = useState({ old: '', fresh: '', again: '' })
  const [differs, setDiffers] = useState(false)
  const change = useChangePassword(done)
  const fields = [
    ['old', words.old, 'current-password', undefined],
    ['fresh', words.fresh, 'new-password', undefined],
    ['again', words.again, 'new-password', differs ? words.differs : undefined],
  ] as const

  function submit(event: FormEvent) {
    event.preventDefault()
    setDiffers(values.fresh !== values.again)
    if (values.fresh === values.again) change.mutate({ old: values.old, new: values.fresh })
  }

  return (
    <form className="stack" onSubmit={submit}>
      {change.isError && <FailureNote error={change.error} />}
      {fields.map(([name, label, autoComplete, error]) => (
        <Labelled key={name} id={`${id}-${name}`} label={label} required error={error}>
          <Input
            id={`${id}-${name}`}
            type="password"
            required
            maxLength={200}
            autoComplete={autoComplete}
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : `${id}-${name}-error`}
            value={values[name]}
            onChange={(event) => setValues((before) => ({ ...before, [name]: event.target.value }))}
          />
        </Labelled>
      ))}
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {words.change}
      </Button>
    </form>
  )
}
