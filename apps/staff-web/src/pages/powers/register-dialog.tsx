import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ErrorSummary } from '../../form/error-summary.tsx'
import type { RawValues } from '../../form/raw-values.ts'
import { SchemaFields } from '../../form/schema-fields.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'
import type { ActField } from '../case/acts/act-form.ts'
import { useFields } from '../case/acts/use-fields.ts'
import { powersWords as words } from './words.ts'

interface Props {
  title: string
  text?: string
  fields: readonly ActField[]
  start?: RawValues
  danger?: boolean
  /** Sends the answers; the same id is used until something was refused. */
  send: (input: Record<string, unknown>, requestId: string) => Promise<unknown>
  close: () => void
  done: () => void
}

/** An act on a register: plain questions, one request id per opening, a refusal that leaves everything typed where it is. */
export function RegisterDialog({ title, text, fields, start, danger = false, send, close, done }: Props) {
  const [asked] = useState(fields)
  const { problems, times, drawn, read } = useFields(title, asked, start ?? {})
  const requestId = useRef<string>(undefined)
  const refused = useRef<HTMLDivElement>(null)
  const sending = useSend({
    mutationFn: (input: Record<string, unknown>) => send(input, (requestId.current ??= newRequestId())),
    onSuccess: done,
    onError: () => {
      requestId.current = undefined
    },
  })
  useEffect(() => refused.current?.scrollIntoView({ block: 'nearest' }), [sending.error])

  function submit() {
    const input = read()
    if (input !== undefined) sending.mutate(input)
  }

  return (
    <Modal
      open
      title={title}
      width={640}
      keyboard={false}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <div className="row row-end">
          <Button disabled={sending.isPending} onClick={close}>
            {words.cancel}
          </Button>
          <Button type="primary" danger={danger} loading={sending.isPending} onClick={submit}>
            {title}
          </Button>
        </div>
      }
    >
      <div className="stack">
        {text !== undefined && <p className="muted">{text}</p>}
        <ErrorSummary times={times} problems={problems} />
        <SchemaFields {...drawn} />
        {sending.isError && (
          <div ref={refused}>
            <FailureNote error={sending.error} />
          </div>
        )}
      </div>
    </Modal>
  )
}
