import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { AbsenceKind } from '#capabilities/staff/contract.ts'
import type { DutyView } from '#capabilities/staff/contract/duty-routes.ts'
import { Labelled } from '../../form/labelled.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { announce } from '../../shell/notice.tsx'
import { useDutyChange } from './use-duty.ts'
import { absenceKinds, dutyWords as words } from './words.ts'

const KINDS = (Object.keys(absenceKinds) as AbsenceKind[]).map((value) => ({
  value,
  label: absenceKinds[value],
}))

/** From which day to which, and why in a word. */
export function AbsenceDialog({ view, close }: { view: DutyView; close: () => void }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [kind, setKind] = useState<AbsenceKind>()
  const [tried, setTried] = useState(false)
  const change = useDutyChange(view.post, () => {
    announce(words.saved(view.personName))
    close()
  })
  const whole = from !== '' && to !== '' && kind !== undefined
  const problem = tried && !whole ? words.missing : undefined
  return (
    <Modal
      open
      title={words.addOf(view.personName)}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={change.isPending}
      onCancel={close}
      onOk={() => {
        setTried(true)
        if (whole) change.mutate({ set: 'absence', from, to, kind })
      }}
    >
      <div className="stack">
        {change.isError && <FailureNote error={change.error} />}
        <Labelled id="absence-from" label={words.from} required error={problem}>
          <Input
            id="absence-from"
            type="date"
            autoFocus
            aria-invalid={problem !== undefined}
            aria-describedby="absence-from-error"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </Labelled>
        <Labelled id="absence-to" label={words.to} required>
          <Input id="absence-to" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </Labelled>
        <Labelled id="absence-kind" label={words.kind} required>
          <Select<AbsenceKind>
            id="absence-kind"
            className="duty-cover"
            {...(kind === undefined ? {} : { value: kind })}
            onChange={setKind}
            options={KINDS}
          />
        </Labelled>
      </div>
    </Modal>
  )
}
