import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Labelled } from '../../form/labelled.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSend } from '../../server/use-send.ts'
import { revealWords as words } from './words.ts'

const LEAST = 4

/** What is asked before a look, and how to have it. */
export interface Revealing<Clear> {
  title: string
  /** What a look leaves behind. */
  text: string
  hint: string
  reveal: (reason: string) => Promise<Clear>
}

interface Props<Clear> extends Revealing<Clear> {
  close: () => void
  done: (clear: Clear) => void
}

/**
 * Personal values in clear, for a stated reason of at least four characters that goes on record. The answer stays with the
 * caller and never in the cache: leaving the page forgets it.
 */
export function RevealDialog<Clear>({ title, text, hint, reveal, close, done }: Props<Clear>) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useSend({ mutationFn: reveal, gcTime: 0 })
  const problem = tried && reason.trim().length < LEAST ? hint : undefined

  function confirm() {
    setTried(true)
    if (reason.trim().length >= LEAST) sending.mutate(reason.trim(), { onSuccess: done })
  }

  return (
    <Modal
      open
      title={title}
      okText={words.confirm}
      cancelText={words.cancel}
      confirmLoading={sending.isPending}
      onOk={confirm}
      onCancel={close}
    >
      <div className="stack">
        <p>{text}</p>
        {sending.isError && <FailureNote error={sending.error} />}
        <Labelled id="reveal-reason" label={words.reason} required hint={hint} error={problem}>
          <Input
            id="reveal-reason"
            autoFocus
            maxLength={200}
            aria-invalid={problem !== undefined}
            aria-describedby="reveal-reason-hint reveal-reason-error"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={confirm}
          />
        </Labelled>
      </div>
    </Modal>
  )
}
