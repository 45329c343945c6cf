import { useState } from 'react'
import { ErrorSummary } from '../../form/error-summary.tsx'
import type { RawValues } from '../../form/raw-values.ts'
import { SchemaFields } from '../../form/schema-fields.tsx'
import { useRequestId } from '../../server/use-request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { askedWords } from '../asked/words.ts'
import type { ActField } from '../case/acts/act-field.ts'
import { useFields } from '../case/acts/use-fields.ts'

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
  const requestId = useRequestId()
  const sending = useSend({
    mutationFn: (input: Record<string, unknown>) => send(input, requestId.read()),
    onSuccess: () => {
      announce(askedWords.done(title))
      done()
    },
    onError: requestId.failed,
  })

  function submit() {
    const input = read()
    if (input !== undefined) sending.mutate(input)
  }

  return (
    <AskDialog
      title={title}
      help={text}
      button={title}
      danger={danger}
      sending={sending}
      send={submit}
      close={close}
    >
      <ErrorSummary times={times} problems={problems} />
      <SchemaFields {...drawn} />
    </AskDialog>
  )
}
