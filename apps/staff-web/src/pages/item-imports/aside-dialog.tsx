import { Input } from 'antd'
import { useState } from 'react'
import { describedBy, Labelled } from '../../form/labelled.tsx'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { importWords as words } from './words.ts'

interface Props {
  title: string
  text: string
  button: string
  sending: { isPending: boolean; error: Error | null }
  send: (reason: string) => void
  close: () => void
}

const ID = 'import-aside-reason'
const LEAST = 2

/** Why lines do not come in; whoever reads the record later finds it beside their words. */
export function AsideDialog({ title, text, button, sending, send, close }: Props) {
  const [reason, setReason] = useState('')
  const [pressed, setPressed] = useState(false)
  const wrong = pressed && reason.trim().length < LEAST ? words.reasonMissing : undefined
  return (
    <AskDialog
      title={title}
      help={text}
      button={button}
      sending={sending}
      close={close}
      send={() => {
        setPressed(true)
        if (reason.trim().length >= LEAST) send(reason.trim())
      }}
    >
      <Labelled id={ID} label={words.reason} required error={wrong}>
        <Input.TextArea
          id={ID}
          value={reason}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          aria-describedby={describedBy(ID, undefined, wrong)}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
    </AskDialog>
  )
}
