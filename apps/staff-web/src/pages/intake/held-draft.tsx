import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { DraftAtCounter } from '#capabilities/portal/contract/routes.ts'
import { moment } from '#ui/format/day.ts'
import { drafts } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { intakeWords as words } from './words.ts'

/** Says whose work this is now, and lets go of it again. */
export function HeldDraft({ draft, released }: { draft: DraftAtCounter; released: () => void }) {
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [requestId] = useState(newRequestId)
  const giveBack = useSend({
    mutationFn: () => drafts.giveBack({ params: { id: draft.id }, requestId }),
    onSuccess: () => {
      released()
      announce(words.givenBack)
      void navigate({ to: '/intake' })
    },
  })
  return (
    <>
      <Alert
        type="info"
        role="note"
        title={words.heldDraft(moment(draft.savedAt))}
        description={words.heldDraftText}
        action={<Button onClick={() => setAsking(true)}>{words.giveBack}</Button>}
      />
      {asking && (
        <Modal
          open
          title={words.giveBack}
          okText={words.giveBack}
          cancelText={words.cancel}
          confirmLoading={giveBack.isPending}
          onOk={() => giveBack.mutate(undefined)}
          onCancel={() => setAsking(false)}
        >
          <div className="stack">
            <p>{words.giveBackText}</p>
            {giveBack.isError && <FailureNote error={giveBack.error} />}
          </div>
        </Modal>
      )}
    </>
  )
}
