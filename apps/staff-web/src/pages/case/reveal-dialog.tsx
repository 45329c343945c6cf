import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Labelled } from '../../form/labelled.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { useReveal } from './use-reveal.ts'
import { caseWords as words } from './words.ts'

const LEAST = 4

interface Props {
  no: string
  close: () => void
  done: (applicant: CaseDetail['applicant']) => void
}

export function RevealDialog({ no, close, done }: Props) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const reveal = useReveal(no)
  const problem = tried && reason.trim().length < LEAST ? words.revealReasonHint : undefined

  function confirm() {
    setTried(true)
    if (reason.trim().length >= LEAST) reveal.mutate(reason.trim(), { onSuccess: done })
  }

  return (
    <Modal
      open
      title={words.revealTitle}
      okText={words.revealConfirm}
      cancelText={words.cancel}
      confirmLoading={reveal.isPending}
      onOk={confirm}
      onCancel={close}
    >
      <div className="stack">
        <p>{words.revealText}</p>
        {reveal.isError && <FailureNote error={reveal.error} />}
        <Labelled
          id="reveal-reason"
          label={words.revealReason}
          required
          hint={words.revealReasonHint}
          error={problem}
        >
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
