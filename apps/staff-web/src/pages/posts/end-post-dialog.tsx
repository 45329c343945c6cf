import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Labelled } from '../../form/labelled.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { announce } from '../../shell/notice.tsx'
import { useEndPost } from './use-end-post.ts'
import { postsWords as words } from './words.ts'

const LEAST = 4

interface Props {
  post: { id: string; title: string; personName: string }
  close: () => void
}

export function EndPostDialog({ post, close }: Props) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const end = useEndPost(post.id, () => {
    announce(words.ended(post.personName, post.title))
    close()
  })
  const isShort = reason.trim().length < LEAST
  const problem = tried && isShort ? words.reasonHint : undefined

  return (
    <Modal
      open
      title={words.endOf(post.personName, post.title)}
      okText={words.end}
      okButtonProps={{ danger: true }}
      cancelText={words.cancel}
      confirmLoading={end.isPending}
      onCancel={close}
      onOk={() => {
        setTried(true)
        if (!isShort) end.mutate(reason.trim())
      }}
    >
      <div className="stack">
        {end.isError && <FailureNote error={end.error} />}
        <Labelled id="end-reason" label={words.reason} required hint={words.reasonHint} error={problem}>
          <Input
            id="end-reason"
            autoFocus
            maxLength={200}
            aria-invalid={problem !== undefined}
            aria-describedby="end-reason-hint end-reason-error"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
      </div>
    </Modal>
  )
}
