import { Link } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { RectificationDetail, Rater as Clear } from '#capabilities/evaluation/contract/rectification.ts'
import { Labelled } from '../../form/labelled.tsx'
import { rectifications } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSend } from '../../server/use-send.ts'
import { rectificationWords as words } from './words.ts'

interface Props {
  id: string
  rater: NonNullable<RectificationDetail['rater']>
  /** Has to contact the rater, and may therefore ask for the phone. */
  calls: boolean
}

/** Masked until somebody says why they call; leaving the page masks it again. */
export function Rater({ id, rater, calls }: Props) {
  const [clear, setClear] = useState<Clear>()
  const [asking, setAsking] = useState(false)
  return (
    <span className="row">
      <span>{clear === undefined ? rater.name : `${clear.name} ${clear.phone}`}</span>
      {clear !== undefined ? (
        <Button onClick={() => setClear(undefined)}>{words.hide}</Button>
      ) : (
        calls && <Button onClick={() => setAsking(true)}>{words.reveal}</Button>
      )}
      <Link to="/cases/$no" params={{ no: rater.no }}>
        {words.openCase}
      </Link>
      {asking && (
        <RevealDialog
          id={id}
          close={() => setAsking(false)}
          done={(next) => {
            setClear(next)
            setAsking(false)
          }}
        />
      )}
    </span>
  )
}

const LEAST = 4

function RevealDialog({ id, close, done }: { id: string; close: () => void; done: (rater: Clear) => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  // The answer stays with the caller and never in the cache.
  const reveal = useSend({
    mutationFn: (why: string) => rectifications.reveal({ params: { id }, body: { reason: why } }),
    gcTime: 0,
  })
  const problem = tried && reason.trim().length < LEAST ? words.revealReasonHint : undefined

  function confirm() {
    setTried(true)
    if (reason.trim().length >= LEAST) reveal.mutate(reason.trim(), { onSuccess: done })
  }

  return (
    <Modal
      open
      title={words.reveal}
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
